package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stores lessons and their records. */
final class LessonsPlan implements Plan {

  private final List<LessonDraft> lessons;

  /**
   * @throws IllegalArgumentException if there is no lesson, or one twice
   */
  LessonsPlan(List<LessonDraft> lessons) {
    this.lessons = List.copyOf(lessons);
    if (lessons.isEmpty()) {
      throw Given.invalid("lessons", "are none");
    }
    Set<String> labels = new HashSet<>();
    for (LessonDraft lesson : this.lessons) {
      LessonLabel label = require(lesson.label());
      if (!labels.add(label.key() + label.variant())) {
        throw Given.invalid("lessons", "have " + label.id() + " twice");
      }
    }
  }

  /**
   * A label that its own text tells.
   *
   * @throws IllegalArgumentException if it does not
   */
  static LessonLabel require(LessonLabel label) {
    if (!LessonLabels.ofText(label.id()).equals(Optional.of(label))) {
      throw Given.invalid("lesson", "\"" + label.id() + "\" is no label");
    }
    return label;
  }

  @Override
  public List<FileWrite> writes(Desk desk) {
    List<FileWrite> writes = new ArrayList<>();
    Map<ArtifactPath, LessonLabel> taken = new HashMap<>();
    for (LessonDraft lesson : lessons) {
      FileWrite write = desk.write(lesson);
      LessonLabel other = taken.putIfAbsent(write.path(), lesson.label());
      if (other != null) {
        throw Given.invalid(
            "lessons", other.id() + " and " + lesson.label().id() + " are both " + write.path());
      }
      writes.add(write);
      if (Values.any(lesson)) {
        writes.add(desk.write(lesson.label(), Values.of(lesson), Optional.of(write.path())));
      }
    }
    return writes;
  }
}
