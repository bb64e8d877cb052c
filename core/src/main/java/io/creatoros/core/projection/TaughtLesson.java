package io.creatoros.core.projection;

import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.record.Review;
import java.util.Optional;

/**
 * A lesson's file with all that other files say of it.
 *
 * @param file the file
 * @param lesson what it says; empty where it could not be read
 * @param record its record
 * @param review the verdict on it that counts
 * @param planned its place in the curriculum
 */
record TaughtLesson(
    CourseFile file,
    Optional<Lesson> lesson,
    Optional<LessonRecord> record,
    Optional<Review> review,
    Optional<PlannedLesson> planned) {

  Optional<LessonLabel> label() {
    return lesson.isPresent() ? lesson.get().label() : LessonLabels.ofPath(file.path());
  }

  String title() {
    return lesson.map(Lesson::title).orElseGet(() -> Texts.words(stem()));
  }

  String slug() {
    return lesson.map(Lesson::slug).orElseGet(() -> Texts.slug(stem()));
  }

  /** Whether the curriculum names this file. */
  boolean isNamedBy(PlannedLesson plan) {
    return fileNamed(plan)
        .filter(name -> ("/" + file.path().value()).endsWith("/" + name))
        .isPresent();
  }

  /**
   * Whether the curriculum plans another lesson for this place: not this file, and no word of the
   * titles is the same.
   */
  boolean replacesPlan() {
    return planned()
        .filter(plan -> !isNamedBy(plan))
        .flatMap(PlannedLesson::title)
        .filter(title -> !Texts.shareAWord(title, title()))
        .isPresent();
  }

  /** The file that a plan names. */
  static Optional<String> fileNamed(PlannedLesson plan) {
    return plan.file().map(name -> name.startsWith("./") ? name.substring(2) : name);
  }

  private String stem() {
    String name = file.path().fileName();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
