package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.PARTIAL;
import static io.creatoros.core.projection.CourseOfFacts.hash;
import static io.creatoros.core.projection.CourseOfFacts.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.reading.FileFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The row of a lesson: its label, its scores and its text. */
class ProjectorLessonTest {

  @Test
  void assembleShouldLabelLessonsAsWrittenAndNumberThemForSorting() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson("aulas/modulo-04A/aula-4A.1-massa.md")
            .lesson("lessons/07.5-forno.md")
            .lesson("lessons/BONUS-queijo.md");

    assertThat(course.lessonRow("aulas/modulo-04A/aula-4A.1-massa.md"))
        .containsEntry("lesson_id", "\"4A.1\"")
        .containsEntry("module_label", "\"4A\"")
        .containsEntry("module_number", "4")
        .containsEntry("lesson_number", "1");
    assertThat(course.lessonRow("lessons/07.5-forno.md"))
        .containsEntry("lesson_id", "\"07.5\"")
        .containsEntry("module_number", "7");
    assertThat(course.lessonRow("lessons/BONUS-queijo.md"))
        .doesNotContainKeys("lesson_id", "module_number", "lesson_number", "planned");
  }

  @Test
  void assembleShouldScoreFromZeroToOneAndKeepThePoints() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "lessons/1.1-a.md",
                lesson("lessons/1.1-a.md", "A", 600, PARTIAL, 72, Optional.empty()));

    assertThat(course.lessonRow("lessons/1.1-a.md"))
        .containsEntry("gps_points", "20")
        .containsEntry("gps_score", "0.67")
        .containsEntry("gps_valid", "false")
        .containsEntry("didatica_points", "72")
        .containsEntry("didatica_score", "0.72")
        .containsEntry("rubric_version", "1")
        .containsEntry("word_count", "600")
        .containsEntry("validation_status", "\"failed\"");
    assertThat(course.lessonRow("lessons/1.1-a.md").get("didatica_elements"))
        .contains("\"hook_emocional\":72");
  }

  @Test
  void assembleShouldGiveARowToALessonThatCouldNotBeRead() {
    CourseOfFacts course = new CourseOfFacts("baking").with("lessons/2.3-forno_a_lenha.md");

    assertThat(course.lessonRow("lessons/2.3-forno_a_lenha.md"))
        .containsEntry("lesson_id", "\"2.3\"")
        .containsEntry("status", "\"draft\"")
        .containsEntry("content_sha256", "\"" + hash("lessons/2.3-forno_a_lenha.md").hex() + "\"")
        .doesNotContainKeys("gps_score", "didatica_score", "validation_status", "word_count");
  }

  @Test
  void assembleShouldKnowTheTextOfALessonByItsFileOrHandItOver() {
    String plain = "lessons/1.1-a.md";
    String odd = "lessons/1.2-b.md";
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson(plain)
            .with(odd, new FileFacts(Optional.of("mended"), Optional.empty(), List.of()));
    Sha256 mended = Sha256.of("mended".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(course.row(RowTable.COURSE_LESSONS, plain).texts())
        .containsEntry("content_markdown", hash(plain));
    assertThat(course.row(RowTable.COURSE_LESSONS, odd).texts())
        .containsEntry("content_markdown", mended);
    assertThat(course.rows().texts()).isEqualTo(Map.of(mended, "mended"));
  }

  @Test
  void assembleShouldLeaveOutTextsThatNobodyStores() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                new CourseFile(
                    new ArtifactPath("lessons/1.1-a.md"), hash("a"), 9, false, FileFacts.NONE))
            .with(
                new CourseFile(
                    new ArtifactPath("lessons/1.2-b.md"),
                    hash("b"),
                    Readers.LONGEST + 1L,
                    true,
                    FileFacts.NONE));

    assertThat(course.row(RowTable.COURSE_LESSONS, "lessons/1.1-a.md").texts()).isEmpty();
    assertThat(course.row(RowTable.COURSE_LESSONS, "lessons/1.2-b.md").texts()).isEmpty();
  }
}
