package io.creatoros.core.projection;

import static io.creatoros.core.projection.CourseOfFacts.COMPLETE;
import static io.creatoros.core.projection.CourseOfFacts.PARTIAL;
import static io.creatoros.core.projection.CourseOfFacts.brief;
import static io.creatoros.core.projection.CourseOfFacts.curriculum;
import static io.creatoros.core.projection.CourseOfFacts.lesson;
import static io.creatoros.core.projection.CourseOfFacts.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.lesson.Lesson;
import java.util.List;
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
        .contains("no heading counts as goal, position or steps in 1 of 2 lessons: 1.2 (S)");
  }

  @Test
  void assembleShouldTellThatThePlanHasAnotherLessonWhenNoWordOfTheTitlesIsTheSame() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with(
                "curriculum.yaml",
                curriculum(
                    planned("1.1", "Knead by hand", Optional.of("lessons/1.1-hands.md"), 3),
                    planned("1.2", "Sourdough at home", Optional.of("lessons/1.2-dough.md"), 8),
                    planned("1.3", "Ovens", Optional.of("./lessons/1.3-heat.md"), 12)))
            .with("lessons/1.1-knead.md", titled("lessons/1.1-knead.md", "How to knead"))
            .with("lessons/1.2-mills.md", titled("lessons/1.2-mills.md", "Flour and mills"))
            .with("lessons/1.3-heat.md", titled("lessons/1.3-heat.md", "Heat and steam"));

    assertThat(course.messages("curriculum.yaml"))
        .containsExactly(
            "names files that are called otherwise (1): lessons/1.1-hands.md",
            "plans other lessons than there are at 1 place: 1.2 \"Sourdough at home\" is \"Flour and"
                + " mills\"");
  }

  @Test
  void assembleShouldTellWhichCurriculumTheLessonsFollowWhenThereAreTwo() {
    CourseOfFacts course =
        new CourseOfFacts("baking")
            .with("curriculum.yaml", curriculum(planned("1.1", "A", Optional.empty(), 3)))
            .with(
                "curriculum-new.yaml",
                curriculum(
                    planned("1.1", "A", Optional.empty(), 3),
                    planned("1.2", "B", Optional.empty(), 5)))
            .with(
                "curriculum-old.yaml",
                curriculum(
                    planned("1.1", "A", Optional.empty(), 3),
                    planned("7.1", "Z", Optional.empty(), 5)))
            .lesson("lessons/1.1-a.md")
            .lesson("lessons/1.2-b.md");

    assertThat(course.messages("curriculum-new.yaml"))
        .containsExactly(
            "is a second curriculum; curriculum.yaml is used, though the lessons follow this one"
                + " more closely");
    assertThat(course.messages("curriculum-old.yaml"))
        .containsExactly("is a second curriculum; curriculum.yaml is used");
  }

  @Test
  void assembleShouldCompareTheLessonsOfTheBriefWithThoseThereAre() {
    String brief =
        "# Brief\n\n- **Título do Curso:** Pão\n- **Número de Aulas:** 10 (2 por módulo)\n";
    CourseOfFacts course =
        new CourseOfFacts("baking").read("COURSE-BRIEF.md", brief).lesson("lessons/1.1-a.md");

    assertThat(course.messages("COURSE-BRIEF.md"))
        .contains("the brief says 10 lessons, and there are 1");

    course.with("curriculum.yaml", curriculum(planned("1.1", "A", Optional.empty(), 3)));

    assertThat(course.messages("COURSE-BRIEF.md"))
        .contains("the brief says 10 lessons, the curriculum lists 1");
  }

  @Test
  void assembleShouldNameFoldersThatCouldBeCoursesOfTheirOwn() {
    CourseOfFacts course = new CourseOfFacts("oficinas/pão e café").with("COURSE-BRIEF.md");
    for (String folder : List.of("pao", "cafe")) {
      course.with(folder + "/course-brief.md").lesson(folder + "/aulas/aula-1.1-a.md");
    }
    course.with("extra/course-brief.md");

    assertThat(course.rows().findings())
        .filteredOn(finding -> finding.code() == FindingCode.COURSE_HOLDS_COURSES)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "taken for one course, but 2 folders have a brief or curriculum and lessons:"
                          + " cafe, pao");
              assertThat(finding.remedy())
                  .endsWith("creatoros courses split 'oficinas/pão e café'");
            });
  }

  @Test
  void assembleShouldAskForWhatACourseWithLessonsLacks() {
    CourseOfFacts course = new CourseOfFacts("baking").lesson("lessons/1.1-a.md");

    assertThat(course.codes()).containsExactly("BRIEF_MISSING", "CURRICULUM_MISSING");
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

  private static Lesson titled(String path, String title) {
    return lesson(path, title, 600, COMPLETE, 90, Optional.empty());
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
