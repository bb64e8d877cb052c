package io.creatoros.core.pull;

import io.creatoros.core.course.CourseId;

/** Hears how a pull gets on. */
public interface PullListener {

  /** Hears nothing. */
  PullListener SILENT = new PullListener() {};

  /** The run knows how many courses it pulls. */
  default void started(int courses) {}

  /** A file of a course was written or deleted. */
  default void applied(CourseId course, PulledPath path) {}

  /** A course is done. */
  default void finished(CoursePull course) {}
}
