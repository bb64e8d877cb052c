package io.creatoros.core.projection;

import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.curriculum.Curriculum.PlannedLesson;
import io.creatoros.core.lesson.Lesson;
import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.quality.DidaticaScore;
import io.creatoros.core.quality.GpsScore;
import io.creatoros.core.quality.LessonScores;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.record.Validation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The row of a lesson in {@code course_lessons}. */
final class LessonRow {

  private static final Set<String> STATUSES = Set.of("draft", "reviewed", "published", "archived");

  private static final Set<String> BLOOM_LEVELS =
      Set.of("remember", "understand", "apply", "analyze", "evaluate", "create");
  private static final Set<String> VALIDATIONS = Set.of("passed", "warning", "failed");
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  private LessonRow() {}

  static TypedRow of(TaughtLesson taught, boolean hasPlan, LongTexts texts) {
    RowBuilder row =
        new RowBuilder(RowTable.COURSE_LESSONS, taught.file().path().value())
            .text("title", taught.title(), Texts.TITLE)
            .text("slug", taught.slug(), Texts.SLUG)
            .text("status", status(taught))
            .text("content_sha256", taught.file().hash().hex())
            .longText("content_markdown", texts.of(taught.file()));
    if (hasPlan) {
      row.flag("planned", Optional.of(taught.planned().isPresent()));
    }
    taught.label().ifPresent(label -> place(row, label));
    taught.lesson().ifPresent(lesson -> said(row, taught, lesson));
    taught.record().ifPresent(record -> recorded(row, record));
    validation(taught).ifPresent(validation -> judged(row, validation));
    return row.build();
  }

  private static void place(RowBuilder row, LessonLabel label) {
    row.number("module_number", label.moduleNumber())
        .number("lesson_number", label.lessonNumber())
        .text("module_label", label.module())
        .text("lesson_label", label.lesson())
        .text("variant", label.variant())
        .text("lesson_id", label.id());
  }

  private static void said(RowBuilder row, TaughtLesson taught, Lesson lesson) {
    Optional<PlannedLesson> planned = taught.planned();
    row.text("module_title", lesson.moduleTitle())
        .number("word_count", lesson.wordCount())
        .number(
            "duration_minutes",
            lesson.durationMinutes().or(() -> planned.flatMap(PlannedLesson::durationMinutes)))
        .oneOf(
            "bloom_level",
            BLOOM_LEVELS,
            lesson.bloomLevel().or(() -> planned.flatMap(PlannedLesson::bloomLevel)))
        .plainUnlessEmpty(
            "learning_objectives", either(lesson.objectives(), planned, PlannedLesson::objectives))
        .plainUnlessEmpty(
            "key_concepts", either(lesson.concepts(), planned, PlannedLesson::concepts))
        .text("instructor", lesson.instructor())
        .text("platform", lesson.platform())
        .text("tool", lesson.tool())
        .text("difficulty", lesson.difficulty())
        .text("language", lesson.language())
        .ratio("fidelity_target", lesson.fidelityTarget());
    scored(row, lesson.scores());
  }

  private static void scored(RowBuilder row, LessonScores scores) {
    GpsScore gps = scores.gps();
    DidaticaScore didatica = scores.didatica();
    row.flag("gps_valid", Optional.of(gps.complete()))
        .number("gps_points", gps.points())
        .ratio("gps_score", Optional.of(gps.score()))
        .number("didatica_points", didatica.points())
        .ratio("didatica_score", Optional.of(didatica.score()))
        .plain("didatica_elements", didatica.elements())
        .number("rubric_version", LessonScores.RUBRIC_VERSION);
  }

  /** A lesson that could not be read is not scored, which is not failed. */
  private static Optional<Validation> validation(TaughtLesson taught) {
    return taught
        .lesson()
        .map(
            lesson ->
                Validation.of(
                    lesson.scores(), lesson.wordCount(), taught.review(), taught.file().hash()))
        .or(() -> Validation.byReviewer(taught.review(), taught.file().hash()));
  }

  private static void judged(RowBuilder row, Validation validation) {
    row.oneOf("validation_status", VALIDATIONS, Optional.of(validation.status()))
        .listUnlessEmpty("validation_issues", validation.issues(), IssueJson::of)
        .text("reviewer", validation.reviewer());
  }

  private static void recorded(RowBuilder row, LessonRecord record) {
    row.ratio("voice_fidelity_score", record.voiceFidelity())
        .decimal("generation_duration_seconds", record.generationSeconds(), 3, MOST)
        .decimal("generation_cost_usd", record.generationCostUsd(), 6, MOST)
        .number("retry_count", record.retries());
    if (!record.provenance().isEmpty()) {
      row.json("provenance", record.provenance());
    }
  }

  private static String status(TaughtLesson taught) {
    return taught
        .record()
        .flatMap(LessonRecord::status)
        .or(() -> taught.lesson().flatMap(Lesson::status))
        .map(status -> status.toLowerCase(Locale.ROOT))
        .filter(STATUSES::contains)
        .orElse("draft");
  }

  private static List<String> either(
      List<String> own,
      Optional<PlannedLesson> planned,
      Function<PlannedLesson, List<String>> ofPlan) {
    return own.isEmpty() ? planned.map(ofPlan).orElseGet(List::of) : own;
  }
}
