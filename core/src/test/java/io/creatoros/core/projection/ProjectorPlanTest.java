package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.COMPLETE;
import static io.creatoros.core.projection.CourseOfFacts.curriculum;
import static io.creatoros.core.projection.CourseOfFacts.lesson;
import static io.creatoros.core.projection.CourseOfFacts.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the lessons that a curriculum lists find their files, and what it tells of them. */
class ProjectorPlanTest {

  @Test
  void assembleShouldMatchPlannedLessonsByFileThenLabelThenTitle() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "curriculum.yaml",
                curriculum(
                    planned("1.1", "By label", Optional.empty(), 3),
                    planned("1.2", "By file", Optional.of("./lessons/1.1-first.md"), 5),
                    planned("day_3", "Pao  de queijo", Optional.empty(), 7),
                    planned("1.9", "Nowhere", Optional.empty(), 9)))
            .lesson("lessons/1.1-first.md")
            .lesson("lessons/01.1-second.md")
            .with(
                "lessons/bonus-cheese.md",
                lesson(
                    "lessons/bonus-cheese.md", "Pão  de queijo", 9, COMPLETE, 80, Optional.empty()))
            .lesson("lessons/2.1-unplanned.md");

    assertThat(course.lessonRow("lessons/1.1-first.md")).containsEntry("planned", "true");
    assertThat(course.lessonRow("lessons/01.1-second.md")).containsEntry("planned", "true");
    assertThat(course.lessonRow("lessons/bonus-cheese.md")).containsEntry("planned", "true");
    assertThat(course.lessonRow("lessons/2.1-unplanned.md")).containsEntry("planned", "false");
    assertThat(course.messages("curriculum.yaml"))
        .anyMatch(message -> message.startsWith("no file for 1 of 4 planned lessons: 1.9"))
        .anyMatch(message -> message.startsWith("does not list 1 of 4 lessons"));
  }

  @Test
  void assembleShouldUnderstandFileNamesThatLeaveOutTheFolder() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(planned("1.1", "A", Optional.of("1.1-a.md"), 3)))
            .lesson("lessons/1.1-a.md");

    assertThat(course.codes()).doesNotContain("PLANNED_FILE_ABSENT");
  }

  @Test
  void assembleShouldFillWhatALessonLeavesOutFromTheCurriculum() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(planned("1.1", "A", Optional.empty(), 3)))
            .lesson("lessons/1.1-a.md");

    assertThat(course.lessonRow("lessons/1.1-a.md"))
        .containsEntry("duration_minutes", "25")
        .containsEntry("bloom_level", "\"apply\"")
        .containsEntry("learning_objectives", "[\"plan objective\"]");
  }
}
