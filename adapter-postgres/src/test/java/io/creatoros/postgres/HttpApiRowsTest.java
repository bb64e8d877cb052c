package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.query.QueryAnswers;
import io.creatoros.core.query.QueryRow;
import io.creatoros.core.query.StatsTally;
import io.creatoros.core.wire.ExportJson;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import io.creatoros.testkit.Samples;
import io.creatoros.testkit.TypedCourse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The functions of the HTTP API that tell typed rows and answer questions: as a member who only
 * reads, they answer what the mirror over JDBC answers.
 */
final class HttpApiRowsTest {
  private static final CourseId CAFE = new CourseId("bebidas/café");
  private static final int PAGE_OF_FACTS = 2_000;

  private final TestDatabase database = MigratedDatabase.fresh();
  private final HttpCaller viewer = HttpCaller.member(database, "viewer");
  private final HttpCaller editor = HttpCaller.member(database, "editor");
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));
  private final CourseQueries queries = mirror.queries();

  @BeforeEach
  void fill() {
    cafe().commit(mirror);
    new TypedCourse("padaria")
        .piece("language", "en")
        .piece("piece_slug", "bakery")
        .lesson("1.md", "Running a bakery with coffee")
        .commit(mirror);
    try (PostgresMirror other =
        PostgresMirror.open(MigratedDatabase.config(database).withProject("other"))) {
      new TypedCourse("elsewhere").piece("persona", "ana").lesson("1.md", "café").commit(other);
    }
  }

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void overviewsShouldBeThoseOfTheMirror() {
    assertThat(overviews(Map.of())).hasSize(2).isEqualTo(queries.courses());
    assertThat(overviews(Map.of("course", CAFE.path())))
        .isEqualTo(List.of(queries.course(CAFE).orElseThrow()));
    assertThat(overviews(Map.of("slug", "bakery")))
        .hasSize(1)
        .isEqualTo(queries.withSlug("bakery"));
    assertThat(overviews(Map.of("keyword", "GRÃOS")))
        .hasSize(1)
        .isEqualTo(queries.withKeyword("grãos"));
    assertThat(overviews(Map.of("persona", "ana")))
        .hasSize(1)
        .isEqualTo(queries.withPersona("ana"));
    assertThat(overviews(Map.of("persona", "nobody"))).isEmpty();
  }

  @Test
  void lessonsShouldBeThoseOfTheMirror() {
    assertThat(answers(viewer.call("lessons", "p_course", CAFE.path()), QueryAnswers::lesson))
        .hasSize(3)
        .isEqualTo(queries.lessons(CAFE));
    assertThat(answers(viewer.call("top_lessons", "p_limit", 1), QueryAnswers::hit))
        .hasSize(1)
        .isEqualTo(queries.topLessons(1));
  }

  @Test
  void searchShouldFindWhatTheMirrorFinds() {
    for (String words : List.of("cafe", "AUTOMAÇÃO", "\"grãos finos\"", "coffee", "-", "nada")) {
      LessonSearch search = new LessonSearch(words, Optional.empty(), Optional.empty(), 10);

      JsonNode answer = search(words, null, null, 10);

      assertThat(answer.path("not_indexed").asInt(-1)).isZero();
      assertThat(answers(answer.path("hits"), QueryAnswers::hit))
          .as(words)
          .isEqualTo(queries.search(search));
    }
    assertThat(search("cafe", null, null, 10).path("hits")).hasSize(2);
    assertThat(search("cafe", "ana", "0.5", 10).path("hits")).hasSize(1);
    assertThat(search("cafe", "bia", null, 10).path("hits")).isEmpty();
    assertThat(search("cafe", null, null, 1).path("hits")).hasSize(1);
  }

  @Test
  void searchShouldFindNothingWhenTheCallerIsNoMember() {
    assertThat(search(HttpCaller.stranger(database), "cafe", null, null, 10).path("hits"))
        .isEmpty();
  }

  @Test
  void indexShouldTellNothingToOthersWhateverTheyCall() {
    String found =
        "select count(*) from creatoros.found('default', creatoros.search_query('cafe'))";

    assertThat(viewer.countAfter(found, "open")).isEqualTo(2);
    assertThat(HttpCaller.stranger(database).countAfter(found, "open")).isZero();
  }

  @Test
  void searchShouldSayHowManyCoursesAreNotIndexed() {
    new TypedCourse("late").lesson("1.md", "café").notSearchable().commit(mirror);

    JsonNode answer = search("cafe", null, null, 10);

    assertThat(answer.path("not_indexed").asInt()).isEqualTo(1);
    assertThat(answer.path("hits")).isEmpty();
  }

  @Test
  void statsShouldAddUpToThoseOfTheMirror() {
    StatsTally tally = new StatsTally();

    viewer.call("stats").forEach(cell -> tally.add(new JsonRow(cell)));

    assertThat(tally.stats()).isEqualTo(queries.stats());
    assertThat(tally.stats().courses()).isEqualTo(2);
  }

  @Test
  void exportShouldHoldWhatTheMirrorExports() {
    JsonNode answer = viewer.call("export", "p_course", CAFE.path());
    ExportJson export = new ExportJson(CAFE);
    answer
        .path("sections")
        .forEach(
            section ->
                export.add(
                    answer.path("revision").asLong(),
                    section.path("section").asText(),
                    section.path("row").asText()));

    assertThat(export.done()).isEqualTo(queries.export(CAFE));
    assertThat(viewer.call("export", "p_course", "nowhere").isNull()).isTrue();
  }

  @Test
  void rowsShouldBeThoseOfTheMirror() {
    JsonNode answer = viewer.call("rows", "p_course", CAFE.path());

    assertThat(answer.path("revision").asLong()).isEqualTo(mirror.rows(CAFE).revision());
    assertThat(answer.path("projection_version").asInt()).isEqualTo(1);
    assertThat(answer.path("rows")).hasSameSizeAs(mirror.rows(CAFE).rows().keySet());
    assertThat(viewer.call("rows", "p_course", "nowhere").isNull()).isTrue();
  }

  @Test
  void rowsShouldBeNoneWhenACourseHasFilesOnly() {
    new MirrorWriter(mirror).write(new CourseId("files"), "a.md", Samples.text("a"));

    JsonNode answer = viewer.call("rows", "p_course", "files");

    assertThat(answer.path("rows").isArray()).isTrue();
    assertThat(answer.path("rows")).isEmpty();
  }

  @Test
  void factsShouldBeGivenPageByPage() {
    CourseId many = new CourseId("many");
    List<Change> files = new ArrayList<>();
    SortedMap<ArtifactPath, StoredFacts> facts = new TreeMap<>();
    for (int i = 0; i <= PAGE_OF_FACTS; i++) {
      files.add(put("%04d.md".formatted(i), Samples.text("same")));
      facts.put(new ArtifactPath("%04d.md".formatted(i)), new StoredFacts(3, "{\"n\":" + i + "}"));
    }
    new MirrorWriter(mirror).upload(many, Samples.text("same"));
    Projection none = new Projection(1, facts, List.of(), Map.of(), Map.of(), false, false);
    mirror.commit(many, 0, "me", files, Optional.of(none));

    JsonNode first = facts(many, null);
    JsonNode second = facts(many, "1999.md");

    assertThat(first.path("facts")).hasSize(PAGE_OF_FACTS);
    assertThat(first.path("more").asBoolean()).isTrue();
    assertThat(first.at("/facts/7/facts").asText()).isEqualTo("{\"n\":7}");
    assertThat(first.at("/facts/7/version").asInt()).isEqualTo(3);
    assertThat(second.path("facts")).hasSize(1);
    assertThat(second.at("/facts/0/path").asText()).isEqualTo("2000.md");
    assertThat(second.path("more").asBoolean()).isFalse();
    assertThat(second.path("revision").asLong()).isEqualTo(1);
    assertThat(facts(new CourseId("nowhere"), null).path("revision").asLong(-1)).isZero();
  }

  @Test
  void indexShouldEnterLessonsStepByStep() {
    TypedCourse late = new TypedCourse("late").piece("language", "pt").notSearchable();
    for (int i = 0; i < 5; i++) {
      late.lesson(i + ".md", "Um texto sobre torradas " + i);
    }
    late.commit(mirror);

    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      left.add(index("late", 2));
    }

    assertThat(left).containsExactly(3, 1, 0);
    assertThat(search("torrada", null, null, 10).path("hits")).hasSize(5);
    assertThat(mirror.foreignEdits(new CourseId("late"), 0)).isEmpty();
    assertThat(index("late", 2)).isZero();
    assertThat(index("nowhere", 2)).isZero();
  }

  @Test
  void indexShouldEnterLessonsAnewWhenTheLanguageHasChanged() {
    new TypedCourse("turned")
        .piece("language", "pt")
        .lesson("1.md", "He was writing.")
        .commit(mirror);

    commitLater(
        "turned",
        Map.of(
            "type", "course",
            "title", "turned",
            "keywords", List.of(),
            "status", "draft",
            "language", "en"));

    assertThat(search("write", null, null, 10).path("not_indexed").asInt()).isEqualTo(1);
    assertThat(index("turned", 10)).isZero();
    assertThat(search("write", null, null, 10).path("hits")).hasSize(1);
  }

  @Test
  void writingRowsShouldBeRefusedWhenTheCallerOnlyReads() {
    assertThatThrownBy(() -> viewer.call("references", "p_personas", Map.of("bia", "Bia")))
        .hasMessageContaining("you may not write to project \"default\"");
    assertThat(editor.call("references", "p_personas", Map.of("bia", "Bia"))).isEmpty();
    assertThat(new Hand(database).count("public.minds where slug = 'bia'")).isEqualTo(1);
  }

  private static TypedCourse cafe() {
    return new TypedCourse(CAFE.path())
        .piece("title", "Café em \"casa\"")
        .piece("piece_slug", "cafe")
        .piece("persona", "ana")
        .piece("voice_fidelity_score", 0.9)
        .piece("keywords", List.of("Grãos", "água"))
        .piece("language", "pt")
        .metadata("listed_lessons", 5)
        .metadata("total_modules", 2)
        .research("market_analysis", "# Mercado\r\n\t😀")
        .lesson(
            "1.md",
            "A automação do café: grãos finos",
            Map.of(
                "gps_score",
                0.67,
                "gps_points",
                20,
                "didatica_score",
                0.8,
                "didatica_points",
                80,
                "word_count",
                600,
                "validation_status",
                "failed",
                "module_number",
                1,
                "validation_issues",
                List.of(Map.of("issue", "no goal"))))
        .lesson("2.md", "Grãos", Map.of("gps_score", 1, "gps_points", 30, "module_number", 2))
        .lesson("bônus.md", "Um café");
  }

  /** As a caller commits who enters lessons into the index afterwards; the lessons are kept. */
  private void commitLater(String course, Map<String, Object> piece) {
    Map<String, Object> projection =
        Map.of(
            "version",
            1,
            "index_later",
            true,
            "rows",
            Map.of("content_pieces", List.of(piece)),
            "kept",
            Map.of("course_metadata", List.of(""), "course_lessons", List.of("1.md")));

    JsonNode answer =
        editor.call(
            "commit",
            "p_course",
            course,
            "p_revision",
            1,
            "p_origin",
            "http",
            "p_changes",
            List.of(),
            "p_facts",
            null,
            "p_projection",
            projection);

    assertThat(answer.path("status").asText()).isEqualTo("committed");
  }

  private List<CourseOverview> overviews(Map<String, String> filter) {
    return answers(viewer.call("overviews", "p_filter", filter), QueryAnswers::course);
  }

  private JsonNode search(
      String words, @Nullable String persona, @Nullable String minGps, int limit) {
    return search(viewer, words, persona, minGps, limit);
  }

  private static JsonNode search(
      HttpCaller caller,
      String words,
      @Nullable String persona,
      @Nullable String minGps,
      int limit) {
    return caller.call(
        "search", "p_words", words, "p_persona", persona, "p_min_gps", minGps, "p_limit", limit);
  }

  private JsonNode facts(CourseId course, @Nullable String after) {
    return viewer.call("facts", "p_course", course.path(), "p_after", after);
  }

  private int index(String course, int limit) {
    return editor.call("index", "p_course", course, "p_limit", limit).path("left").asInt(-1);
  }

  private static <T> List<T> answers(JsonNode rows, Function<QueryRow, T> answer) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> answer.apply(new JsonRow(row)))
        .toList();
  }
}
