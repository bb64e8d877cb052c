package io.creatoros.core.curriculum;

import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.curriculum.Curriculum.PlannedModule;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.reading.FileFindings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a curriculum agrees with itself. */
final class CurriculumChecks {

  private final CurriculumHeader header;
  private final Curriculum curriculum;
  private final List<ModuleDraft> drafts;
  private final FileFindings findings;

  /**
   * @param drafts the modules as written, in the order of the curriculum's modules
   */
  CurriculumChecks(
      CurriculumHeader header,
      Curriculum curriculum,
      List<ModuleDraft> drafts,
      FileFindings findings) {
    this.header = header;
    this.curriculum = curriculum;
    this.drafts = drafts;
    this.findings = findings;
  }

  void check() {
    counts();
    modules();
    lessonsTwice();
  }

  private void counts() {
    int listed = curriculum.listedLessons();
    if (listed > 0) {
      reportCount(curriculum.declaredLessons(), listed, "lessons", Keys.LESSON_COUNT);
    }
    if (!drafts.isEmpty()) {
      reportCount(curriculum.declaredModules(), drafts.size(), "modules", Keys.MODULE_COUNT);
    }
  }

  private void reportCount(Optional<Integer> declared, int listed, String what, String[] keys) {
    if (declared.isPresent() && declared.get() != listed) {
      findings.add(
          FindingCode.CURRICULUM_COUNT_DIFFERS,
          header.lineOf(keys),
          "says that it has " + declared.get() + " " + what + ", and lists " + listed,
          "correct the number, or the list of " + what);
    }
  }

  private void modules() {
    List<ModuleDraft> counted = new ArrayList<>();
    List<ModuleDraft> empty = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      PlannedModule module = curriculum.modules().get(i);
      if (module.lessons().isEmpty()) {
        (module.declaredLessons().orElse(0) > 0 ? counted : empty).add(drafts.get(i));
      } else {
        count(module, drafts.get(i));
      }
    }
    report(
        counted,
        FindingCode.CURRICULUM_LESSONS_NOT_LISTED,
        "the number of lessons is given, and not which: ",
        "list the lessons under lessons:, each with id and title");
    report(
        empty,
        FindingCode.CURRICULUM_MODULE_EMPTY,
        "no lessons are listed: ",
        "list the lessons under lessons:, each with id and title");
  }

  private void count(PlannedModule module, ModuleDraft draft) {
    int listed = module.lessons().size();
    if (module.declaredLessons().isPresent() && module.declaredLessons().get() != listed) {
      findings.add(
          FindingCode.CURRICULUM_COUNT_DIFFERS,
          draft.line(),
          draft.name()
              + " says that it has "
              + module.declaredLessons().get()
              + " lessons, and lists "
              + listed,
          "correct the number, or the list of lessons");
    }
  }

  private void report(List<ModuleDraft> modules, FindingCode code, String what, String remedy) {
    if (!modules.isEmpty()) {
      String names =
          modules.stream().limit(8).map(ModuleDraft::name).collect(Collectors.joining(", "));
      String more = modules.size() > 8 ? " and " + (modules.size() - 8) + " more" : "";
      findings.add(code, modules.get(0).line(), what + names + more, remedy);
    }
  }

  private void lessonsTwice() {
    Map<String, PlannedLesson> seen = new HashMap<>();
    for (int i = 0; i < curriculum.modules().size(); i++) {
      for (PlannedLesson lesson : curriculum.modules().get(i).lessons()) {
        Optional<PlannedLesson> before =
            key(lesson, i).flatMap(key -> Optional.ofNullable(seen.putIfAbsent(key, lesson)));
        before.ifPresent(first -> reportTwice(lesson, first));
      }
    }
  }

  private void reportTwice(PlannedLesson lesson, PlannedLesson first) {
    findings.add(
        FindingCode.CURRICULUM_LESSON_TWICE,
        lesson.line(),
        "lesson "
            + lesson.id().orElse("")
            + " is there twice; the first is in line "
            + first.line(),
        "give one of them a number of its own");
  }

  /** Ids that tell no place count within their module. */
  private static Optional<String> key(PlannedLesson lesson, int module) {
    return lesson
        .label()
        .map(label -> label.key() + label.variant().orElse(""))
        .or(() -> lesson.id().map(id -> module + " " + id.toLowerCase(Locale.ROOT)));
  }
}
