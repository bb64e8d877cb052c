package com.example;

import io.creatoros.app.CreatorOs;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.LessonDraft;
import java.nio.file.Path;

/** Writes a lesson into a folder of courses, and says what became of it in the mirror. */
public final class Generator {

  private Generator() {}

  public static void main(String[] arguments) {
    try (CreatorOs creatorOs = CreatorOs.open(Path.of(arguments[0]))) {
      CourseId course = new CourseId("coffee");
      String text = "# Grind size\n\nStart coarse, then go finer until it tastes right.\n";
      Persisted answer = creatorOs.persister().persistLesson(course, LessonDraft.of("1.2", text));
      System.out.println(answer.files().get(0).path() + " " + answer.mirror().name());
    }
  }
}
