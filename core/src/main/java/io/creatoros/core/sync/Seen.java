package io.creatoros.core.sync;

import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.MirrorCourse;
import java.util.Optional;

/**
 * A course as one try saw it.
 *
 * @param known what was remembered of it
 * @param mirror what the mirror held
 * @param comparison both compared with the folder
 */
record Seen(Optional<CourseBases> known, MirrorCourse mirror, CourseComparison comparison) {

  CourseHead head() {
    return mirror.head();
  }

  /** The number of the last edit by hand that was taken into account before. */
  long editsKnown() {
    return known.map(CourseBases::edits).orElse(0L);
  }

  /** Whether somebody edited the mirror since. */
  boolean isEdited() {
    return head().edits() > editsKnown();
  }
}
