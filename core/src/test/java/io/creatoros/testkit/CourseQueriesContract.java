package io.creatoros.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.query.ProjectStats;
import io.creatoros.core.query.ProjectStats.PersonaStats;
import io.creatoros.core.query.ValidationCounts;
import io.creatoros.core.storage.StorageRejectedException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every home of typed rows answers to questions. Rows are written by its mirror. */
public interface CourseQueriesContract {

  /** The mirror that holds the rows; without courses when a test starts. */
  CourseMirror mirror();

  /** Another project of the same database; the contract closes it. */
  CourseMirror otherProject();

  /** Questions to the project of {@link #mirror}. */
  CourseQueries queries();

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

  @Test
  default void searchShouldIgnoreAccentsCaseAndEndingsInTheLanguageOfTheCourse() {
    new TypedCourse("pt")
        .piece("language", "pt")
        .lesson("1.md", "As AUTOMAÇÕES da padaria")
        .lesson("2.md", "O pão")
        .commit(mirror());
    new TypedCourse("en")
        .piece("language", "en")
        .lesson("1.md", "She was running a bakery")
        .commit(mirror());

    assertThat(search("automacao")).containsExactly("pt/1.md");
    assertThat(search("AUTOMAÇÃO")).containsExactly("pt/1.md");
    assertThat(search("pao")).containsExactly("pt/2.md");
    assertThat(search("runs")).containsExactly("en/1.md");
  }

  @Test
  default void searchShouldFindTitlesAndTakePhrasesAndWordsToLeaveOut() {
    new TypedCourse("c")
        .piece("language", "pt")
        .lesson("1.md", "moer grãos finos", Map.of("title", "Espresso"))
        .lesson("2.md", "grãos para moer", Map.of("title", "Coado"))
        .commit(mirror());

    assertThat(search("espresso")).containsExactly("c/1.md");
    assertThat(search("moer graos")).containsExactlyInAnyOrder("c/1.md", "c/2.md");
    assertThat(search("\"moer grãos\"")).containsExactly("c/1.md");
    assertThat(search("grãos -finos")).containsExactly("c/2.md");
    assertThat(search("grãos chá")).isEmpty();
  }

  @Test
  default void searchShouldShowWhereTheWordsStand() {
    new TypedCourse("c")
        .piece("language", "pt")
        .lesson("1.md", "# Água\n\nA extração muda com a temperatura da água.")
        .commit(mirror());

    List<LessonHit> hits = queries().search(new LessonSearch("extracao", none(), none(), 10));

    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).excerpt()).contains("«extração» muda");
    assertThat(hits.get(0).lesson()).isEqualTo(plain("1.md"));
  }

  @Test
  default void searchShouldKeepToPersonaScoreLimitAndProject() {
    new TypedCourse("ana")
        .piece("persona", "ana")
        .lesson("high.md", "café", scored(30, 70, "passed", 1))
        .lesson("low.md", "café", scored(10, 70, "failed", 1))
        .lesson("unscored.md", "café")
        .commit(mirror());
    new TypedCourse("bia")
        .piece("persona", "bia")
        .lesson("high.md", "café", scored(20, 70, "failed", 1))
        .commit(mirror());
    try (CourseMirror other = otherProject()) {
      new TypedCourse("elsewhere").lesson("1.md", "café").commit(other);
    }

    assertThat(search("cafe"))
        .containsExactlyInAnyOrder("ana/high.md", "ana/low.md", "ana/unscored.md", "bia/high.md");
    assertThat(paths(queries().search(new LessonSearch("cafe", Optional.of("ana"), none(), 10))))
        .containsExactlyInAnyOrder("ana/high.md", "ana/low.md", "ana/unscored.md");
    assertThat(paths(queries().search(new LessonSearch("cafe", none(), score("0.67"), 10))))
        .containsExactlyInAnyOrder("ana/high.md", "bia/high.md");
    assertThat(queries().search(new LessonSearch("cafe", none(), none(), 2))).hasSize(2);
  }

  @Test
  default void searchShouldFindNothingWhenNothingIsAskedFor() {
    new TypedCourse("c").lesson("1.md", "café").commit(mirror());

    for (String words : List.of("", "  ", "\"", "((&|!", "-", "\u0000", "'; drop table x; --")) {
      assertThat(search(words)).as(words).isEmpty();
    }
  }

  @Test
  default void searchShouldSayWhenLessonsAreNotIndexed() {
    new TypedCourse("c").lesson("1.md", "café").notSearchable().commit(mirror());

    assertThatThrownBy(() -> search("cafe"))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("SEARCH_NOT_INDEXED");
              assertThat(failure.remedy()).contains("creatoros sync --full --set search=on");
            });
  }

  @Test
  default void searchShouldMissNoneOfTheLessonsThatAreNotIndexed() {
    new TypedCourse("b").lesson("1.md", "café").commit(mirror());
    new TypedCourse("a").lesson("1.md", "café").notSearchable().commit(mirror());

    assertThatThrownBy(() -> search("cafe")).isInstanceOf(StorageRejectedException.class);
    new TypedCourse("a").lesson("1.md", "café").commit(mirror());

    assertThat(search("cafe")).containsExactlyInAnyOrder("a/1.md", "b/1.md");
  }

  @Test
  default void statsShouldCountAndComparePersonas() {
    new TypedCourse("1")
        .piece("persona", "ana")
        .piece("voice_fidelity_score", 0.8)
        .metadata("total_modules", 2)
        .metadata("declared_lessons", 10)
        .lesson("1.md", "um", scored(30, 75, "passed", 500))
        .lesson("2.md", "dois", scored(20, 70, "failed", 100))
        .commit(mirror());
    new TypedCourse("2")
        .piece("persona", "ana")
        .piece("voice_fidelity_score", 0.9)
        .lesson("1.md", "três", scored(30, 100, "warning", 1))
        .commit(mirror());
    new TypedCourse("3").metadata("total_modules", 1).lesson("1.md", "quatro").commit(mirror());

    assertThat(queries().stats())
        .isEqualTo(
            new ProjectStats(
                3,
                3,
                4,
                601,
                10,
                new TreeMap<>(Map.of(20, 1, 30, 2)),
                new TreeMap<>(Map.of(70, 2, 100, 1)),
                new ValidationCounts(1, 1, 1, 1),
                List.of(
                    new PersonaStats("", 1, 1, none(), none(), none()),
                    new PersonaStats("ana", 2, 3, score("0.89"), score("0.8167"), score("0.85")))));
  }

  @Test
  default void statsShouldBeZeroWhenThereAreNoCourses() {
    assertThat(queries().stats())
        .isEqualTo(
            new ProjectStats(
                0,
                0,
                0,
                0,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new ValidationCounts(0, 0, 0, 0),
                List.of()));
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

  private List<String> search(String words) {
    return paths(queries().search(new LessonSearch(words, none(), none(), 10)));
  }

  private static List<String> paths(List<LessonHit> hits) {
    return hits.stream().map(hit -> hit.course() + "/" + hit.lesson().path()).toList();
  }

  private static List<CourseId> ids(List<CourseOverview> courses) {
    return courses.stream().map(CourseOverview::course).toList();
  }

  private static LessonOverview plain(String path) {
    return new LessonOverview(
        path, none(), none(), none(), none(), path, none(), none(), none(), none(), List.of(),
        none(), none(), "draft");
  }

  /** The columns of a lesson with so many points of 30 and of 100. */
  private static Map<String, Object> scored(int gps, int didatica, String status, int words) {
    return Map.of(
        "gps_points", gps,
        "gps_score", new BigDecimal(List.of("0", "0.33", "0.67", "1").get(gps / 10)),
        "didatica_points", didatica,
        "didatica_score", BigDecimal.valueOf(didatica, 2),
        "rubric_version", 1,
        "validation_status", status,
        "word_count", words);
  }

  private static Map<String, Object> finding(String severity) {
    return Map.of("code", "X", "severity", severity, "path", "a.md", "message", "m", "remedy", "r");
  }

  private static Optional<BigDecimal> score(String number) {
    return Optional.of(new BigDecimal(number));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
