package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.LessonOverview;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person sees of the courses and lessons of a mirror. */
class CourseViewsTest {

  private static final List<LessonOverview> LESSONS =
      List.of(
          Overviews.lesson("1.1", "0.9", "0.8", 900, "passed"),
          Overviews.lesson("1.2", "0.4", "0.7", 300, "failed"),
          Overviews.unscored("bonus"));

  @Test
  void coursesShouldShowScoresChecksAndVoice() {
    Outcome outcome =
        new CoursesView(
                "default",
                List.of(Overviews.files("horta")),
                Map.of(new CourseId("horta"), Overviews.course("horta")))
            .outcome();

    assertThat(outcome.lines().get(1))
        .matches("horta +2 +3 +0\\.88 +0\\.60 +1 +1 +1 +marina +0\\.93 / 0\\.90 +19");
    assertThat(outcome.lines().get(0))
        .contains("PASSED  FAILED  UNSCORED")
        .doesNotContain("WARNING");
  }

  @Test
  void coursesShouldListACourseOfWhichNothingWasRead() {
    Outcome outcome =
        new CoursesView("default", List.of(Overviews.files("horta")), Map.of()).outcome();

    assertThat(outcome.lines().get(1)).matches("horta +- +- +- +- +- +19");
    assertThat(TestJson.object(Json.write(outcome.data())).get("courses").toString())
        .contains("typedRows=false");
  }

  @Test
  void showShouldGroupLessonsByModuleAndNameTheNextStep() {
    Outcome outcome =
        new ShowView(
                new MirroredCourse(Overviews.files("horta"), Overviews.course("horta")),
                LESSONS,
                Optional.empty())
            .outcome();

    assertThat(outcome.lines())
        .contains(
            "Horta em Casa",
            "slug       horta-em-casa",
            "lessons    3 written of 4 planned, 1200 words",
            "GPS        0.88 on average",
            "voice      0.93 reported, 0.90 aimed at",
            "findings   1 error, 2 warnings",
            "mirror     revision 3, 19 files, 2.0 KiB, last verified never",
            "next: creatoros findings horta");
    assertThat(outcome.lines())
        .anyMatch(
            line -> line.matches(" *1 +Module 1 +2 +1200 +0\\.65 +0\\.75 +1 passed, 1 failed"))
        .anyMatch(line -> line.matches(" *- +- +1 +0 +- +- +1 unscored"));
  }

  @Test
  void showShouldSayNothingOfWhatACourseDoesNotDeclare() {
    Outcome outcome =
        new ShowView(
                new MirroredCourse(Overviews.files("horta"), Overviews.bare("horta")),
                List.of(),
                Optional.empty())
            .outcome();

    assertThat(String.join("\n", outcome.lines()))
        .contains("lessons    0 written\n", "findings   none that matter")
        .doesNotContain("GPS", "checked", "persona", "voice", "keywords", "next:", "MODULE");
  }

  @Test
  void lessonsShouldShowUnscoredLessonsAsSuch() {
    Outcome outcome = new LessonsView(new CourseId("horta"), 3, LESSONS, false).outcome();

    assertThat(outcome.lines())
        .anyMatch(
            line -> line.matches(" *1\\.2 +Lesson 1\\.2 +0\\.40 +0\\.70 +300 +failed +lessons/.*"))
        .anyMatch(line -> line.matches(" *- +bonus +- +- +- +- +lessons/bonus.md"))
        .endsWith("3 lessons");
  }

  @Test
  void tablesShouldBeLeftOutWhenTheyWouldBeEmpty() {
    assertThat(new LessonsView(new CourseId("horta"), 3, List.of(), false).outcome().lines())
        .containsExactly("0 of 3 lessons");
    assertThat(new CoursesView("spring", List.of(), Map.of()).outcome().lines())
        .containsExactly("no such course in project spring");
  }

  @Test
  void lessonsShouldSayWhyWhenAsked() {
    Outcome outcome =
        new LessonsView(new CourseId("horta"), 3, LESSONS.subList(1, 2), true).outcome();

    assertThat(outcome.lines()).contains("    no story to begin with").endsWith("1 of 3 lessons");
  }

  @Test
  void lessonSortShouldPutTheLowestFirstAndTheUnscoredLast() {
    assertThat(LESSONS.stream().sorted(LessonSort.GPS.order()))
        .extracting(LessonOverview::title)
        .containsExactly("Lesson 1.2", "Lesson 1.1", "bonus");
    assertThat(LESSONS.stream().sorted(LessonSort.WORDS.order()))
        .extracting(LessonOverview::title)
        .containsExactly("Lesson 1.2", "Lesson 1.1", "bonus");
    assertThat(LESSONS.stream().sorted(LessonSort.ORDER.order())).isEqualTo(LESSONS);
  }
}
