package com.example;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import io.creatoros.app.CreatorOs;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.Persisted;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.persist.LessonDraft;
import java.nio.file.Path;

/** The same where Guice does the wiring. */
public final class WiredGenerator {

  private final CoursePersister courses;

  @Inject
  WiredGenerator(CoursePersister courses) {
    this.courses = courses;
  }

  Persisted write() {
    return courses.persistLesson(
        new CourseId("coffee"), LessonDraft.of("1.3", "# Water\n\nJust off the boil.\n"));
  }

  public static void main(String[] arguments) {
    Injector injector =
        Guice.createInjector(CreatorOs.builder().workspace(Path.of(arguments[0])).module());
    try (CreatorOs creatorOs = injector.getInstance(CreatorOs.class)) {
      Persisted answer = injector.getInstance(WiredGenerator.class).write();
      System.out.println(answer.files().get(0).path() + " " + answer.mirror().name());
      System.out.println(creatorOs.root());
    }
  }
}
