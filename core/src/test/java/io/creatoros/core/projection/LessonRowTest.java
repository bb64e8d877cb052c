package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a lesson's row says when several files speak of it. */
class LessonRowTest {

  private static final String LESSON = "lessons/1.1-massa.md";
  private static final String PLAN =
      """
      modules:
        - id: 1
          lessons:
            - {id: "1.1", title: Massa, objectives: [o plano], duration: 25 min}
      """;

  @Test
  void statusShouldBeTheLessonsOwnWhenNoRecordTellsIt() {
    CourseOfFacts course =
        new CourseOfFacts("pao").read(LESSON, "---\nstatus: Published\n---\n# Massa\n");

    assertThat(course.lessonRow(LESSON)).containsEntry("status", "\"published\"");
  }

  @Test
  void statusShouldBeThatOfTheRecordBeforeTheLessonsOwn() {
    CourseOfFacts course =
        new CourseOfFacts("pao")
            .read(LESSON, "---\nstatus: published\n---\n# Massa\n")
            .read(".record/1.1.json", "{\"status\": \"archived\"}");

    assertThat(course.lessonRow(LESSON)).containsEntry("status", "\"archived\"");
  }

  @Test
  void objectivesShouldBeTheLessonsOwnBeforeThoseOfThePlan() {
    CourseOfFacts course =
        new CourseOfFacts("pao")
            .read("curriculum.yaml", PLAN)
            .read(LESSON, "---\nobjectives: [a massa]\n---\n# Massa\n");

    assertThat(course.lessonRow(LESSON))
        .containsEntry("learning_objectives", "[\"a massa\"]")
        .containsEntry("duration_minutes", "25");
  }

  @Test
  void objectivesShouldBeThoseOfThePlanWhenTheLessonHasNone() {
    CourseOfFacts course =
        new CourseOfFacts("pao").read("curriculum.yaml", PLAN).read(LESSON, "# Massa\n");

    assertThat(course.lessonRow(LESSON)).containsEntry("learning_objectives", "[\"o plano\"]");
  }

  @Test
  void verdictShouldStandWhenTheLessonCouldNotBeRead() {
    CourseOfFacts course =
        new CourseOfFacts("pao").with(LESSON).read(".record/course.json", reviews("warning"));

    assertThat(course.lessonRow(LESSON))
        .containsEntry("validation_status", "\"warning\"")
        .doesNotContainKey("gps_points");
  }

  @Test
  void laterVerdictShouldCountWhenOneFileHasSeveral() {
    CourseOfFacts course =
        new CourseOfFacts("pao")
            .lesson(LESSON)
            .read(".record/course.json", reviews("failed", "warning"));

    assertThat(course.lessonRow(LESSON)).containsEntry("validation_status", "\"warning\"");
  }

  private static String reviews(String... verdicts) {
    StringBuilder json = new StringBuilder("{\"reviews\": [");
    for (String verdict : verdicts) {
      json.append(json.indexOf("path") < 0 ? "" : ", ")
          .append("{\"path\": \"%s\", ".formatted(LESSON))
          .append("\"judged\": \"%s\", ".formatted(CourseOfFacts.hash(LESSON).hex()))
          .append("\"verdict\": \"%s\"}".formatted(verdict));
    }
    return json.append("]}").toString();
  }
}
