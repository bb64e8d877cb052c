package io.creatoros.testkit;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.CourseQueries;

/** What the implementor of the contract of questions supplies. */
public interface QueriesHome {

  /** The mirror that holds the rows; without courses when a test starts. */
  CourseMirror mirror();

  /** Another project of the same database; the contract closes it. */
  CourseMirror otherProject();

  /** Questions to the project of {@link #mirror}. */
  CourseQueries queries();
}
