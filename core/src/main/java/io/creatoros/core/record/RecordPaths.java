package io.creatoros.core.record;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.lesson.LessonLabel;

/** Where the records of a course lie within it. */
public final class RecordPaths {

  static final String ENDING = ".json";

  private static final String FOLDER = ".record/";
  private static final ArtifactPath COURSE = new ArtifactPath(FOLDER + "course" + ENDING);

  private RecordPaths() {}

  /** The record of the course. */
  public static ArtifactPath course() {
    return COURSE;
  }

  /** The record of a lesson, by its label as written, with its variant if it has one. */
  public static ArtifactPath lesson(LessonLabel label) {
    return new ArtifactPath(FOLDER + label.id() + ENDING);
  }
}
