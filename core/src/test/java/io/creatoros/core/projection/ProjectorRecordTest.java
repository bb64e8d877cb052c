package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.PARTIAL;
import static io.creatoros.core.projection.CourseOfFacts.brief;
import static io.creatoros.core.projection.CourseOfFacts.hash;
import static io.creatoros.core.projection.CourseOfFacts.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.RowTable;
import io.creatoros.core.lesson.LessonLabels;
import io.creatoros.core.record.CourseRecord;
import io.creatoros.core.record.LessonRecord;
import io.creatoros.core.record.Review;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What records and reviewers say, and of which lesson they say it. */
class ProjectorRecordTest {

  @Test
  void assembleShouldLetTheRecordDecideVoiceAndState() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "COURSE-BRIEF.md",
                brief(Optional.empty(), Optional.empty(), Optional.of("baker_ana")))
            .with(
                ".record/course.json",
                record(Optional.of("miller_rui"), new BigDecimal("0.925"), List.of()));

    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("persona", "\"miller_rui\"")
        .containsEntry("voice_fidelity_score", "0.93")
        .containsEntry("status", "\"published\"")
        .containsEntry("published_at", "\"2026-03-01T12:00:00Z\"")
        .containsEntry("provenance", "{\"generator\":\"studio\"}");
    assertThat(course.rows().personas()).isEqualTo(Map.of("miller_rui", "Rui, the miller"));
  }

  @Test
  void assembleShouldLetAReviewerWinWhileTheHashJudgedMatches() {
    String path = "lessons/1.1-a.md";
    Review fits =
        new Review(Optional.of(path), hash(path), "passed", List.of(), Optional.of("ana"));
    Review outdated =
        new Review(Optional.of(path), hash("other"), "passed", List.of(), Optional.of("ana"));

    assertThat(reviewed(path, fits).lessonRow(path))
        .containsEntry("validation_status", "\"passed\"")
        .containsEntry("reviewer", "\"ana\"");
    assertThat(reviewed(path, outdated).lessonRow(path))
        .containsEntry("validation_status", "\"failed\"")
        .doesNotContainKey("reviewer");
    assertThat(reviewed(path, outdated).codes()).contains("REVIEW_OUTDATED");
    assertThat(reviewed(path, fits).codes()).doesNotContain("REVIEW_OUTDATED");
  }

  @Test
  void assembleShouldTakeTheLessonsRecordByItsLabel() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson("lessons/1.1-a.md")
            .with(".record/1.1.json", lessonRecord("1.1", Optional.empty()));

    assertThat(course.lessonRow("lessons/1.1-a.md"))
        .containsEntry("voice_fidelity_score", "0.9")
        .containsEntry("status", "\"reviewed\"")
        .containsEntry("generation_cost_usd", "0.85")
        .containsEntry("retry_count", "2");
    assertThat(course.codes()).doesNotContain("RECORD_IDLE");
  }

  @Test
  void assembleShouldGiveARecordToNobodyWhenTwoLessonsShareItsLabel() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson("lessons/5.1-a.md")
            .lesson("lessons/5.1-b.md")
            .with(".record/5.1.json", lessonRecord("5.1", Optional.empty()));

    assertThat(course.lessonRow("lessons/5.1-a.md")).doesNotContainKey("voice_fidelity_score");
    assertThat(course.lessonRow("lessons/5.1-b.md")).doesNotContainKey("voice_fidelity_score");
    assertThat(course.codes()).contains("RECORD_IDLE", "LESSON_LABEL_TWICE");

    CourseOfFacts named =
        new CourseOfFacts("baking")
            .lesson("lessons/5.1-a.md")
            .lesson("lessons/5.1-b.md")
            .with(".record/5.1.json", lessonRecord("5.1", Optional.of("lessons/5.1-b.md")));
    assertThat(named.lessonRow("lessons/5.1-b.md")).containsEntry("voice_fidelity_score", "0.9");
  }

  private static CourseOfFacts reviewed(String path, Review review) {
    return new CourseOfFacts("baking")
        .with(path, lesson(path, "A", 600, PARTIAL, 72, Optional.empty()))
        .with(
            ".record/course.json",
            record(Optional.empty(), new BigDecimal("0.9"), List.of(review)));
  }

  private static CourseRecord record(
      Optional<String> persona, BigDecimal fidelity, List<Review> reviews) {
    return new CourseRecord(
        persona,
        persona.map(slug -> "Rui, the miller"),
        Optional.of(fidelity),
        Optional.of("published"),
        Optional.of("2026-03-01T12:00:00Z"),
        List.of(),
        Optional.empty(),
        reviews,
        Map.of("generator", "studio"));
  }

  private static LessonRecord lessonRecord(String label, Optional<String> path) {
    return new LessonRecord(
        LessonLabels.ofText(label),
        path,
        Optional.of(new BigDecimal("0.90")),
        Optional.of("reviewed"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal("0.85")),
        Optional.of(2),
        Map.of());
  }
}
