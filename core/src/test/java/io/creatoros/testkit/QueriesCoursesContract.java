package io.creatoros.testkit;

import static io.creatoros.testkit.QuerySamples.finding;
import static io.creatoros.testkit.QuerySamples.ids;
import static io.creatoros.testkit.QuerySamples.plain;
import static io.creatoros.testkit.QuerySamples.score;
import static io.creatoros.testkit.QuerySamples.scored;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.ValidationCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions for courses: what is told of each, and how they are found. */
public interface QueriesCoursesContract extends QueriesHome {

  @Test
  default void courseShouldTellItsFigures() {
    CourseId coffee =
        new TypedCourse("bebidas/café")
            .piece("title", "Café em casa")
            .piece("piece_slug", "cafe-em-casa")
            .piece("persona", "ana")
            .piece("voice_fidelity_score", 0.9)
            .piece("status", "published")
            .piece("keywords", List.of("Grãos", "água"))
            .piece("language", "pt")
            .metadata("course_type", "technical")
            .metadata("tool_name", "Moedor")
            .metadata("knowledge_level", "beginner")
            .metadata("fidelity_target", 0.95)
            .metadata("total_modules", 2)
            .metadata("total_lessons", 4)
            .metadata("listed_lessons", 5)
            .metadata("declared_lessons", 6)
            .metadata("findings", List.of(finding("error"), finding("warning"), finding("info")))
            .lesson("1.md", "um", scored(30, 80, "passed", 600))
            .lesson("2.md", "dois", scored(30, 60, "warning", 400))
            .lesson("3.md", "três", scored(20, 60, "failed", 100))
            .lesson("4.md", "quatro")
            .commit(mirror());

    assertThat(queries().course(coffee))
        .contains(
            new CourseOverview(
                coffee,
                "Café em casa",
                Optional.of("cafe-em-casa"),
                Optional.of("ana"),
                score("0.9"),
                score("0.95"),
                "published",
                List.of("Grãos", "água"),
                Optional.of("technical"),
                Optional.of("Moedor"),
                Optional.of("beginner"),
                Optional.of("pt"),
                2,
                4,
                Optional.of(5),
                1100,
                score("0.89"),
                score("0.6667"),
                new ValidationCounts(1, 1, 1, 1),
                1,
                1));
  }

  @Test
  default void courseShouldHaveNoFiguresThatNobodyKnows() {
    CourseId plain = new TypedCourse("plain").commit(mirror());

    CourseOverview overview = queries().course(plain).orElseThrow();

    assertThat(overview.averageGps()).isEmpty();
    assertThat(overview.persona()).isEmpty();
    assertThat(overview.plannedLessons()).isEmpty();
    assertThat(overview.lessons()).isZero();
    assertThat(overview.validation()).isEqualTo(new ValidationCounts(0, 0, 0, 0));
  }

  @Test
  default void courseShouldBeEmptyWhenThereAreNoTypedRows() {
    CourseId onlyFiles = new CourseId("only files");
    new MirrorWriter(mirror()).write(onlyFiles, "a.md", Samples.text("a"));

    for (CourseId course : List.of(onlyFiles, new CourseId("nowhere"))) {
      assertThat(queries().course(course)).isEmpty();
      assertThat(queries().export(course)).isEmpty();
      assertThat(queries().lessons(course)).isEmpty();
    }
    assertThat(queries().courses()).isEmpty();
  }

  @Test
  default void coursesShouldBeOrderedAndOfTheirProjectOnly() {
    CourseId b = new TypedCourse("b").piece("piece_slug", "same").commit(mirror());
    CourseId a = new TypedCourse("a").piece("piece_slug", "same").commit(mirror());
    CourseId upper = new TypedCourse("Z").piece("piece_slug", "other").commit(mirror());
    try (CourseMirror other = otherProject()) {
      new TypedCourse("a").piece("piece_slug", "same").lesson("1.md", "um").commit(other);
    }

    assertThat(ids(queries().courses())).containsExactly(upper, a, b);
    assertThat(ids(queries().withSlug("same"))).containsExactly(a, b);
    assertThat(queries().withSlug("SAME")).isEmpty();
    assertThat(queries().lessons(a)).isEmpty();
    assertThat(queries().stats().courses()).isEqualTo(3);
  }

  @Test
  default void withKeywordShouldFindTheWholeKeywordWhateverItsCase() {
    CourseId first =
        new TypedCourse("1").piece("keywords", List.of("IA", "Automação")).commit(mirror());
    CourseId second = new TypedCourse("2").piece("keywords", List.of("automação")).commit(mirror());
    new TypedCourse("3").piece("keywords", List.of("automação de vendas")).commit(mirror());

    assertThat(ids(queries().withKeyword("AUTOMAÇÃO"))).containsExactly(first, second);
    assertThat(ids(queries().withKeyword("ia"))).containsExactly(first);
    assertThat(queries().withKeyword("")).isEmpty();
    assertThat(queries().withKeyword("\"],[\"")).isEmpty();
  }

  @Test
  default void withPersonaShouldFindTheCoursesOfOnePersona() {
    CourseId first = new TypedCourse("1").piece("persona", "ana").commit(mirror());
    new TypedCourse("2").piece("persona", "bia").commit(mirror());
    CourseId third = new TypedCourse("3").piece("persona", "ana").commit(mirror());
    try (CourseMirror other = otherProject()) {
      new TypedCourse("4").piece("persona", "ana").commit(other);
    }

    assertThat(ids(queries().withPersona("ana"))).containsExactly(first, third);
    assertThat(queries().withPersona("nobody")).isEmpty();
  }

  @Test
  default void exportShouldHoldAllRowsWithTheirTexts() throws JsonProcessingException {
    CourseId course =
        new TypedCourse("curso")
            .piece("title", "O \"curso\"")
            .piece("persona", "ana")
            .metadata("findings", List.of(finding("error")))
            .research("market_analysis", "# Mercado\n")
            .lesson("b.md", "# B\n", Map.of("module_number", 2, "gps_score", 0.5))
            .lesson("a.md", "# A\r\n\t😀", Map.of("module_number", 1))
            .commit(mirror());

    String export = queries().export(course).orElseThrow();

    JsonNode json = new ObjectMapper().readTree(export);
    assertThat(json.at("/course").asText()).isEqualTo("curso");
    assertThat(json.at("/revision").asText()).isEqualTo("1");
    assertThat(json.at("/piece/title").asText()).isEqualTo("O \"curso\"");
    assertThat(json.at("/piece/persona").asText()).isEqualTo("ana");
    assertThat(json.at("/findings/0/severity").asText()).isEqualTo("error");
    assertThat(json.at("/lessons/0/file_path").asText()).isEqualTo("a.md");
    assertThat(json.at("/lessons/0/content_markdown").asText()).isEqualTo("# A\r\n\t😀");
    assertThat(json.at("/lessons/1/gps_score").asText()).isEqualTo("0.5");
    assertThat(json.at("/lessons/1/content_sha256").asText())
        .isEqualTo(Sha256.of(Samples.text("# B\n")).hex());
    assertThat(json.at("/research/market_analysis").asText()).isEqualTo("# Mercado\n");
    assertThat(export).doesNotContain("null", "\"id\"", "created_at");
  }
}
