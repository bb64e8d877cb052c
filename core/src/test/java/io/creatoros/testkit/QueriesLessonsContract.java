package io.creatoros.testkit;

import static io.creatoros.testkit.QuerySamples.paths;
import static io.creatoros.testkit.QuerySamples.plain;
import static io.creatoros.testkit.QuerySamples.score;
import static io.creatoros.testkit.QuerySamples.scored;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.LessonOverview;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions for the lessons of a course, and for the best of all. */
public interface QueriesLessonsContract extends QueriesHome {

  @Test
  default void lessonsShouldBeInTeachingOrder() {
    CourseId course =
        new TypedCourse("curso")
            .lesson("bonus.md", "b")
            .lesson("10.1.md", "j", Map.of("module_number", 10, "lesson_number", 1))
            .lesson("2.10.md", "h", Map.of("module_number", 2, "lesson_number", 10))
            .lesson("2.9.md", "g", Map.of("module_number", 2, "lesson_number", 9))
            .lesson("2.9-other.md", "f", Map.of("module_number", 2, "lesson_number", 9))
            .lesson("2-end.md", "i", Map.of("module_number", 2))
            .commit(mirror());

    assertThat(queries().lessons(course))
        .extracting(LessonOverview::path)
        .containsExactly("2.9-other.md", "2.9.md", "2.10.md", "2-end.md", "10.1.md", "bonus.md");
  }

  @Test
  default void lessonsShouldTellTheirFigures() {
    CourseId course =
        new TypedCourse("curso")
            .lesson(
                "aulas/4A.1.md",
                "um",
                Map.ofEntries(
                    Map.entry("lesson_id", "4A.1"),
                    Map.entry("module_number", 4),
                    Map.entry("lesson_number", 1),
                    Map.entry("module_title", "Água"),
                    Map.entry("title", "Temperatura"),
                    Map.entry("word_count", 700),
                    Map.entry("gps_score", 0.67),
                    Map.entry("didatica_score", 1),
                    Map.entry("validation_status", "failed"),
                    Map.entry(
                        "validation_issues",
                        List.of(
                            Map.of("issue", "no goal", "severity", "error", "category", "gps"))),
                    Map.entry("bloom_level", "apply"),
                    Map.entry("duration_minutes", 12),
                    Map.entry("status", "reviewed")))
            .lesson("plain.md", "dois")
            .commit(mirror());

    assertThat(queries().lessons(course))
        .containsExactly(
            new LessonOverview(
                "aulas/4A.1.md",
                Optional.of("4A.1"),
                Optional.of(4),
                Optional.of(1),
                Optional.of("Água"),
                "Temperatura",
                Optional.of(700),
                score("0.67"),
                score("1"),
                Optional.of("failed"),
                List.of("no goal"),
                Optional.of("apply"),
                Optional.of(12),
                "reviewed"),
            plain("plain.md"));
  }

  @Test
  default void topLessonsShouldBeTheBestOfAllCourses() {
    new TypedCourse("a")
        .lesson("good.md", "1", scored(30, 70, "passed", 1))
        .lesson("unscored.md", "2")
        .commit(mirror());
    new TypedCourse("b")
        .lesson("best.md", "3", scored(30, 90, "passed", 1))
        .lesson("bad.md", "4", scored(10, 100, "failed", 1))
        .commit(mirror());

    assertThat(paths(queries().topLessons(10)))
        .containsExactly("b/best.md", "a/good.md", "b/bad.md");
    assertThat(paths(queries().topLessons(1))).containsExactly("b/best.md");
    assertThat(queries().topLessons(1).get(0).excerpt()).isEmpty();
    assertThat(queries().topLessons(0)).isEmpty();
  }
}
