package io.creatoros.core.sync;

import io.creatoros.core.course.CourseId;
import java.util.List;

/**
 * What a run did.
 *
 * @param courses a report for each course, ordered by course
 * @param elsewhere courses that the mirror holds and this workspace never had, ordered; they were
 *     not looked at, and are no difference
 */
public record SyncReport(List<CourseReport> courses, List<CourseId> elsewhere) {

  public SyncReport {
    courses = List.copyOf(courses);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * Whether this workspace has no course and the mirror has: it is new, or its disk is not mounted.
   */
  public boolean isEmptyHere() {
    return courses.isEmpty() && !elsewhere.isEmpty();
  }

  /** Whether every course is equal, as far as recorded hashes tell. */
  public boolean isEqual() {
    return !isEmptyHere() && courses.stream().allMatch(CourseReport::isEqual);
  }
}
