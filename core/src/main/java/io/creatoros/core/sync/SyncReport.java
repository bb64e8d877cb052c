package io.creatoros.core.sync;

import java.util.List;

/**
 * What a run did.
 *
 * @param courses a report for each course, ordered by course
 */
public record SyncReport(List<CourseReport> courses) {

  public SyncReport {
    courses = List.copyOf(courses);
  }

  /** Whether every course is equal, as far as recorded hashes tell. */
  public boolean isEqual() {
    return courses.stream().allMatch(CourseReport::isEqual);
  }
}
