package io.creatoros.core.pull;

import java.util.List;

/**
 * What a pull did.
 *
 * @param courses a report for each course, ordered by course
 */
public record PullReport(List<CoursePull> courses) {

  public PullReport {
    courses = List.copyOf(courses);
  }

  /** Whether every folder now holds all that the mirror holds, and nothing else. */
  public boolean isEqual() {
    return courses.stream().allMatch(CoursePull::isEqual);
  }
}
