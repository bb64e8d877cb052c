package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.PARTIAL;
import static io.creatoros.core.projection.CourseOfFacts.brief;
import static io.creatoros.core.projection.CourseOfFacts.curriculum;
import static io.creatoros.core.projection.CourseOfFacts.lesson;
import static io.creatoros.core.projection.CourseOfFacts.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the files of a course lack, and where they contradict each other. */
class ProjectorFindingsTest {

  @Test
  void assembleShouldNameLessonsThatLackAPart() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .lesson("lessons/1.1-a.md")
            .with(
                "lessons/1.2-b.md",
                lesson("lessons/1.2-b.md", "B", 600, PARTIAL, 90, Optional.empty()));

    assertThat(course.messages(""))
        .contains("goal, position or steps are missing in 1 of 2 lessons: 1.2");
  }

  @Test
  void assembleShouldTellGapsAndContradictions() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("COURSE-BRIEF.md", brief(Optional.empty(), Optional.of("x"), Optional.of("ana")))
            .with(
                "old/COURSE-BRIEF.md", brief(Optional.empty(), Optional.of("y"), Optional.empty()))
            .with(
                "curriculum.yaml",
                curriculum(
                    planned("1.1", "A", Optional.of("lessons/1.1-gone.md"), 12),
                    planned("1.2", "B", Optional.empty(), 20)))
            .lesson("lessons/1.1-a.md")
            .with("Notes.txt")
            .with("notes.txt");

    assertThat(course.rows().findings())
        .extracting(finding -> finding.path() + " " + finding.code())
        .containsExactly(
            "curriculum.yaml SLUG_CONTRADICTS",
            "curriculum.yaml PERSONA_CONTRADICTS",
            "curriculum.yaml PLANNED_FILE_ABSENT",
            "curriculum.yaml LESSONS_NOT_WRITTEN",
            "notes.txt NAME_DIFFERS_IN_CASE",
            "old/COURSE-BRIEF.md BRIEF_SEVERAL");
  }

  @Test
  void assembleShouldCompareNumbersWhenTheCurriculumListsNoLessons() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(Optional.empty(), Optional.of(5)))
            .lesson("lessons/1.1-a.md");

    assertThat(course.codes()).contains("CURRICULUM_COUNT_DIFFERS");
  }
}
