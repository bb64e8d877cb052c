package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.lesson.LessonReader;
import io.creatoros.core.reading.SourceText;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.List;
import java.util.Optional;

/** Finds the file of a lesson, or the place of a new one. */
final class LessonFiles {

  private final CourseMemory memory;
  private final CourseView view;

  LessonFiles(CourseMemory memory, CourseView view) {
    this.memory = memory;
    this.view = view;
  }

  /**
   * The file of a lesson: the one whose name and text tell its label; else the one whose name alone
   * tells it.
   *
   * @throws io.creatoros.core.storage.StorageConflictException if there are two
   */
  Optional<FoundFile> find(LessonLabel label) {
    List<FoundFile> there = view.lessons(label);
    if (there.size() == 1 && isNamed(there.get(0), label)) {
      return Optional.of(there.get(0));
    }
    List<FoundFile> told = there.stream().filter(file -> isTold(file, label)).toList();
    List<FoundFile> named = there.stream().filter(file -> isNamed(file, label)).toList();
    return Claims.only(told.isEmpty() ? named : told, Claims.LABEL, "lesson " + label.id());
  }

  /** The file that is to hold a lesson, with a label that is told once it is written. */
  FoundFile target(LessonDraft lesson) {
    NewLessonName name = new NewLessonName(lesson);
    Optional<FoundFile> found = find(lesson.label()).or(() -> name.plain().flatMap(view::file));
    FoundFile target = found.orElseGet(() -> Claims.vacant(view, name.path()));
    boolean named =
        isNamed(target, lesson.label()) || name.plain().equals(Optional.of(target.path()));
    if (!named && !tells(target.path(), lesson)) {
      throw new StorageRejectedException(
          "LABEL_NOT_TOLD",
          "nobody could tell that \""
              + target.path()
              + "\" is lesson "
              + lesson.label().id()
              + ": neither its name nor its new text says so",
          "begin the text with front matter that says lesson_id: " + lesson.label().id());
    }
    return target;
  }

  private static boolean isNamed(FoundFile file, LessonLabel label) {
    return LessonLabels.ofPath(file.path()).filter(label::isSameLesson).isPresent();
  }

  private boolean isTold(FoundFile file, LessonLabel label) {
    return memory.label(file).filter(label::isSameLesson).isPresent();
  }

  private static boolean tells(ArtifactPath path, LessonDraft lesson) {
    return LessonReader.label(new SourceText(path, lesson.markdown()))
        .filter(lesson.label()::isSameLesson)
        .isPresent();
  }
}
