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

  /** Whether every course is equal, as far as recorded hashes tell. */
  public boolean isEqual() {
    return courses.stream().allMatch(CourseReport::isEqual);
  }
}
