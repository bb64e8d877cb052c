package io.creatoros.core.verify;

import io.creatoros.core.course.CourseId;

/** Hears how a verification gets on. Called by one thread at a time. */
public interface VerifyListener {

  /** Hears nothing. */
  VerifyListener SILENT = new VerifyListener() {};

  /** A course is about to be looked at. */
  default void started(CourseId course) {}

  /**
   * A course is done. Courses end in any order.
   *
   * @param done how many are done, this one included
   * @param total how many there are
   */
  default void finished(CourseVerification course, int done, int total) {}
}
