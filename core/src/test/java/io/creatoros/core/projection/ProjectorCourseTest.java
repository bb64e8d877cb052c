package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.COMPLETE;
import static io.creatoros.core.projection.CourseOfFacts.brief;
import static io.creatoros.core.projection.CourseOfFacts.curriculum;
import static io.creatoros.core.projection.CourseOfFacts.lesson;
import static io.creatoros.core.projection.CourseOfFacts.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.RowTable;
import io.creatoros.core.lesson.Lesson;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The rows of the course itself: what it is called, who speaks in it, and how much of it there is.
 */
class ProjectorCourseTest {

  @Test
  void assembleShouldNameCourseAfterItsFolderWhenNoFileNamesIt() {
    CourseOfFacts course =
        new CourseOfFacts("team/sourdough-for_beginners").with("sources/talk.txt");

    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("title", "\"Sourdough for beginners\"")
        .containsEntry("piece_slug", "\"sourdough-for-beginners\"")
        .containsEntry("status", "\"draft\"")
        .containsEntry("keywords", "[]")
        .doesNotContainKeys("persona", "language", "voice_fidelity_score");
  }

  @Test
  void assembleShouldPreferTheBriefToTheCurriculum() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(Optional.of("Planned title"), Optional.empty()));
    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("title", "\"Planned title\"")
        .containsEntry("piece_slug", "\"from-the-plan\"")
        .containsEntry("persona", "\"plan_voice\"");

    course.with(
        "COURSE-BRIEF.md",
        brief(Optional.of("Sourdough"), Optional.of("sourdough"), Optional.of("baker_ana")));
    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("title", "\"Sourdough\"")
        .containsEntry("piece_slug", "\"sourdough\"")
        .containsEntry("persona", "\"baker_ana\"");
    assertThat(course.rows().personas()).isEqualTo(Map.of("baker_ana", "Baker ana"));
  }

  @Test
  void assembleShouldKeepEachKeywordOnceWhateverItsCaseOrAccent() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "COURSE-BRIEF.md",
                brief(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "Pão",
                    " forno ",
                    "pao",
                    "x".repeat(150)));

    assertThat(course.row(RowTable.CONTENT_PIECES))
        .containsEntry("keywords", "[\"Pão\",\"forno\",\"" + "x".repeat(99) + "…\"]");
  }

  @Test
  void assembleShouldTakeTheLanguageOfMostLessons() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("lessons/1.1-a.md", spoken("lessons/1.1-a.md", "pt"))
            .with("lessons/1.2-b.md", spoken("lessons/1.2-b.md", "en"))
            .with("lessons/1.3-c.md", spoken("lessons/1.3-c.md", "pt"));

    assertThat(course.row(RowTable.CONTENT_PIECES)).containsEntry("language", "\"pt\"");
  }

  @Test
  void assembleShouldCountWhatIsDeclaredListedAndWritten() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "curriculum.yaml",
                curriculum(
                    Optional.empty(),
                    Optional.of(9),
                    planned("1.1", "A", Optional.empty(), 4),
                    planned("1.2", "B", Optional.empty(), 7)))
            .lesson("lessons/1.1-a.md")
            .lesson("lessons/4A.1-b.md")
            .lesson("lessons/4B.1-c.md")
            .with("roteiros/1.1-a-roteiro.md");

    assertThat(course.row(RowTable.COURSE_METADATA))
        .containsEntry("declared_lessons", "9")
        .containsEntry("listed_lessons", "2")
        .containsEntry("total_lessons", "3")
        .containsEntry("total_modules", "3")
        .containsEntry("declared_modules", "1")
        .containsEntry("total_scripts", "1")
        .containsEntry("estimated_duration_hours", "2.5");
  }

  private static Lesson spoken(String path, String language) {
    return lesson(path, "T", 600, COMPLETE, 80, Optional.of(language));
  }
}
