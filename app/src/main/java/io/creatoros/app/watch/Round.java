package io.creatoros.app.watch;

import io.creatoros.core.course.CourseId;
import java.util.Set;

/**
 * What one synchronisation came to.
 *
 * @param down whether the mirror could not be used, so that all of it is to be repeated
 * @param again courses that are to be tried again soon
 * @param courses the courses that there are, as far as it looked
 */
public record Round(boolean down, Set<CourseId> again, Set<CourseId> courses) {

  public Round {
    again = Set.copyOf(again);
    courses = Set.copyOf(courses);
  }

  /** The mirror could not be used. */
  public static Round mirrorDown() {
    return new Round(true, Set.of(), Set.of());
  }
}
