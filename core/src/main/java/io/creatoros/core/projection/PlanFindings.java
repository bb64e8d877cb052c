package io.creatoros.core.projection;

import io.creatoros.core.curriculum.Curriculum;
import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.finding.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the curriculum plans against what is there. */
final class PlanFindings {

  private final CourseParts parts;
  private final Syllabus syllabus;
  private final FindingList found;

  private PlanFindings(CourseParts parts, Syllabus syllabus, FindingList found) {
    this.parts = parts;
    this.syllabus = syllabus;
    this.found = found;
  }

  static void add(CourseParts parts, Syllabus syllabus, FindingList found) {
    PlanFindings findings = new PlanFindings(parts, syllabus, found);
    findings.plan();
  }

  private void plan() {
    if (parts.curriculum().isEmpty()) {
      return;
    }
    String path = path(parts.curriculum());
    Curriculum curriculum = parts.curriculum().get().said();
    if (!syllabus.unwritten().isEmpty()) {
      PlannedLesson first = syllabus.unwritten().get(0);
      found.add(
          FindingCode.LESSONS_NOT_WRITTEN,
          path,
          OptionalInt.of(first.line()),
          "no file for "
              + syllabus.unwritten().size()
              + " of "
              + syllabus.planned().size()
              + " planned lessons: "
              + FindingList.named(syllabus.unwritten().stream().map(PlanFindings::name).toList()),
          "write them, or take them out of the curriculum");
    }
    List<TaughtLesson> unplanned =
        syllabus.lessons().stream().filter(lesson -> lesson.planned().isEmpty()).toList();
    if (!syllabus.planned().isEmpty() && !unplanned.isEmpty()) {
      found.add(
          FindingCode.LESSONS_NOT_PLANNED,
          path,
          "does not list "
              + unplanned.size()
              + " of "
              + syllabus.lessons().size()
              + " lessons: "
              + FindingList.named(
                  unplanned.stream().map(lesson -> lesson.file().path().value()).toList()),
          "add them to the curriculum");
    }
    otherLessons(path);
    missingFiles(path);
    counts(path, curriculum);
  }

  private void otherLessons(String path) {
    List<TaughtLesson> others = syllabus.replacing();
    if (!others.isEmpty()) {
      found.add(
          FindingCode.PLANNED_LESSON_DIFFERS,
          path,
          OptionalInt.of(others.get(0).planned().orElseThrow().line()),
          "plans other lessons than there are at "
              + (others.size() == 1 ? "1 place: " : others.size() + " places: ")
              + FindingList.named(others.stream().map(PlanFindings::difference).toList(), 3),
          "correct the titles in the curriculum, or write the lessons that it plans");
    }
  }

  private static String difference(TaughtLesson lesson) {
    PlannedLesson plan = lesson.planned().orElseThrow();
    return name(plan) + " \"" + plan.title().orElseThrow() + "\" is \"" + lesson.title() + "\"";
  }

  private void missingFiles(String path) {
    List<PlannedLesson> astray = syllabus.misnamed();
    if (!astray.isEmpty()) {
      found.add(
          FindingCode.PLANNED_FILE_ABSENT,
          path,
          OptionalInt.of(astray.get(0).line()),
          "names files that are called otherwise ("
              + astray.size()
              + "): "
              + FindingList.named(
                  astray.stream().map(lesson -> lesson.file().orElseThrow()).toList()),
          "correct the file names in the curriculum");
    }
  }

  /** A curriculum that lists its lessons says more than a number; see the findings above. */
  private void counts(String path, Curriculum curriculum) {
    int written = syllabus.lessons().size();
    Optional<Integer> declared = curriculum.declaredLessons();
    if (syllabus.planned().isEmpty()
        && written > 0
        && declared.isPresent()
        && declared.get() != written) {
      found.add(
          FindingCode.CURRICULUM_COUNT_DIFFERS,
          path,
          "the curriculum says " + declared.get() + " lessons, and there are " + written + " files",
          "list the lessons in the curriculum, or correct the number");
    }
  }

  private static String name(PlannedLesson lesson) {
    return lesson.id().or(lesson::title).or(lesson::file).orElse("line " + lesson.line());
  }

  private static String path(Optional<? extends CourseParts.Part<?>> part) {
    return part.map(found -> found.file().path().value()).orElse("");
  }
}
