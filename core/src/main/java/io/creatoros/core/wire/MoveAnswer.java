package io.creatoros.core.wire;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageConflictException;

/** What {@code creatoros.move} answers. */
public final class MoveAnswer {

  private MoveAnswer() {}

  /**
   * Requires that the course was moved.
   *
   * @throws StorageConflictException if it was not
   */
  public static void require(String status, CourseId from, CourseId to) {
    if (status.equals("absent")) {
      throw new StorageConflictException(
          "COURSE_ABSENT",
          "cannot move course \"" + from + "\": the mirror does not hold it",
          "see what it holds with: creatoros courses");
    }
    if (status.equals("taken")) {
      throw new StorageConflictException(
          "COURSE_EXISTS",
          "cannot move course \"" + from + "\" to \"" + to + "\": there is a course already",
          "choose another name; see those in use with: creatoros courses");
    }
  }
}
