package io.creatoros.core.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creatoros.core.course.RowTable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the rows of a course say when several files speak of it. */
class CourseRowTest {

  @Test
  void fidelityTargetShouldBeThatOfTheCurriculumWhenTheBriefHasNone() {
    CourseOfFacts course =
        new CourseOfFacts("pao")
            .read("COURSE-BRIEF.md", "# Pão\n")
            .read("curriculum.yaml", "title: Pão\nfidelity_target: 90%+\nmodules: []\n");

    assertThat(course.row(RowTable.COURSE_METADATA)).containsEntry("fidelity_target", "0.9");
  }

  @Test
  void findingsShouldTellTheirLine() {
    CourseOfFacts course = new CourseOfFacts("pao").read("resources/links.json", "{\n\"a\": ");

    assertThat(course.row(RowTable.COURSE_METADATA).get("findings"))
        .contains("\"code\":\"JSON_INVALID\",\"line\":2,")
        .contains("\"path\":\"resources/links.json\"", "\"severity\":\"error\"");
  }

  @Test
  void assessmentsShouldTellWhatTheyAreOf() {
    CourseOfFacts course =
        new CourseOfFacts("pao")
            .read(
                "assessments/quiz-modulo-1-2.yaml",
                "title: Quiz\nquestions:\n- {question: A, options: [x, y], correct_answer: x}\n");

    assertThat(course.row(RowTable.COURSE_METADATA))
        .containsEntry(
            "assessments",
            "[{\"form\":\"quiz\",\"modules\":[\"1\",\"2\"],"
                + "\"path\":\"assessments/quiz-modulo-1-2.yaml\","
                + "\"questions\":1,\"title\":\"Quiz\"}]");
  }

  @Test
  void keywordsShouldBeFiftyAtMost() throws JsonProcessingException {
    String tags = IntStream.range(0, 70).mapToObj(i -> "tag" + i).collect(Collectors.joining(", "));

    CourseOfFacts course =
        new CourseOfFacts("pao").read("COURSE-BRIEF.md", "---\ntags: [" + tags + "]\n---\n# Pão\n");
    CourseOfFacts recorded =
        new CourseOfFacts("pao")
            .read(
                ".record/course.json",
                "{\"keywords\": [\"" + tags.replace(", ", "\", \"") + "\"]}");

    assertThat(keywords(recorded)).isEqualTo(50);
    assertThat(keywords(course)).isLessThanOrEqualTo(50);
  }

  private static int keywords(CourseOfFacts course) throws JsonProcessingException {
    return new JsonMapper().readTree(course.row(RowTable.CONTENT_PIECES).get("keywords")).size();
  }
}
