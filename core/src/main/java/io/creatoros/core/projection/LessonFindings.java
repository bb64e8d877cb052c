package io.creatoros.core.projection;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.quality.GpsScore;
import io.creatoros.core.record.LessonRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Labels that two lessons claim, and records and verdicts that miss their lesson. */
final class LessonFindings {

  private final CourseParts parts;
  private final Syllabus syllabus;
  private final FindingList found;

  private LessonFindings(CourseParts parts, Syllabus syllabus, FindingList found) {
    this.parts = parts;
    this.syllabus = syllabus;
    this.found = found;
  }

  static void add(CourseParts parts, Syllabus syllabus, FindingList found) {
    LessonFindings findings = new LessonFindings(parts, syllabus, found);
    findings.labels();
    findings.parts();
    findings.records();
  }

  private void labels() {
    Map<String, List<TaughtLesson>> byPlace = new TreeMap<>();
    for (TaughtLesson lesson : syllabus.lessons()) {
      lesson
          .label()
          .ifPresent(
              label ->
                  byPlace
                      .computeIfAbsent(
                          label.key() + label.variant().map(v -> "-" + v).orElse(""),
                          key -> new ArrayList<>())
                      .add(lesson));
    }
    byPlace.forEach(
        (place, lessons) -> {
          TaughtLesson first = lessons.get(0);
          lessons.stream()
              .skip(1)
              .forEach(
                  lesson ->
                      found.add(
                          FindingCode.LESSON_LABEL_TWICE,
                          lesson.file().path().value(),
                          "is lesson "
                              + lesson.label().map(LessonLabel::id).orElse("")
                              + ", as "
                              + first.file().path()
                              + " is",
                          "give one of them another number; both are kept"));
        });
  }

  private void parts() {
    List<TaughtLesson> lessons = syllabus.lessons();
    List<String> incomplete =
        lessons.stream()
            .flatMap(lesson -> lesson.lesson().flatMap(said -> lacking(lesson, said)).stream())
            .toList();
    if (!incomplete.isEmpty()) {
      found.add(
          FindingCode.LESSONS_INCOMPLETE,
          "",
          "no heading counts as goal, position or steps in "
              + incomplete.size()
              + " of "
              + lessons.size()
              + " lessons: "
              + FindingList.named(incomplete),
          "begin headings with G or 🎯 (goal), P or 🗺️ (position), S or 🛤️ (steps), with no other"
              + " sign before them");
    }
  }

  /** The lesson with the letters of the parts it lacks, such as {@code 1.2 (P, S)}. */
  private static Optional<String> lacking(TaughtLesson lesson, Lesson said) {
    GpsScore gps = said.scores().gps();
    List<String> letters = new ArrayList<>();
    if (!gps.goal()) {
      letters.add("G");
    }
    if (!gps.position()) {
      letters.add("P");
    }
    if (!gps.steps()) {
      letters.add("S");
    }
    return letters.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lesson.label().map(LessonLabel::id).orElse(lesson.title())
                + " ("
                + String.join(", ", letters)
                + ")");
  }

  private void records() {
    for (CourseParts.Part<LessonRecord> part : syllabus.idleRecords()) {
      found.add(
          FindingCode.RECORD_IDLE,
          part.file().path().value(),
          "belongs to no lesson, or to more than one",
          "name the lesson's file in it as \"path\", or delete the record");
    }
    for (TaughtLesson lesson : syllabus.lessons()) {
      if (lesson.review().filter(r -> !r.judged().equals(lesson.file().hash())).isPresent()) {
        found.add(
            FindingCode.REVIEW_OUTDATED,
            lesson.file().path().value(),
            "was changed after it was reviewed; the verdict does not count any more",
            "have it reviewed again");
      }
    }
    parts
        .record()
        .ifPresent(
            part ->
                part.said().reviews().stream()
                    .flatMap(review -> review.path().stream())
                    .filter(path -> !parts.holds(path))
                    .forEach(
                        path ->
                            found.add(
                                FindingCode.RECORD_IDLE,
                                part.file().path().value(),
                                "judges \"" + path + "\", which is not there",
                                "correct the path, or delete the verdict")));
  }
}
