package io.creatoros.postgrest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.Hand;
import io.creatoros.postgres.security.Actor;
import io.creatoros.postgres.security.FunctionRules;
import io.creatoros.postgres.security.FunctionRules.Purpose;
import io.creatoros.postgres.security.Outcome;
import io.creatoros.postgres.security.Teams;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody at every function of the API, for their own project and for another one, by the rules
 * that the matrix over JDBC is held to. Who may not read a project is told what is told of one that
 * does not exist; who may not write is told so.
 */
final class FunctionAccessTest extends AccessMatrix {
  private static final String PREFIX = "creatoros_";
  private static final String[] FORGET = {"Prefer", "tx=rollback"};
  private static final String HASH =
      "\"sha256\": \"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\"";
  private static final String COURSE = "\"p_course\": \"" + Teams.COURSE + "\"";

  /** Arguments beside the project; {@code LESSON} and {@code WORDS} stand for what it has. */
  private static final Map<String, String> ARGUMENTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("open", ""),
              Map.entry("courses", ""),
              Map.entry("heads", "\"p_courses\": [\"" + Teams.COURSE + "\"]"),
              Map.entry("read", COURSE + ", \"p_recompute\": true, \"p_after\": null"),
              Map.entry(
                  "content",
                  COURSE + ", \"p_path\": \"LESSON\", \"p_part\": 0, \"p_sha256\": null"),
              Map.entry("missing", COURSE + ", \"p_contents\": [{" + HASH + ", \"size\": 1}]"),
              Map.entry("facts", COURSE + ", \"p_after\": null"),
              Map.entry("rows", COURSE),
              Map.entry("edits", COURSE + ", \"p_after\": 0"),
              Map.entry("overviews", "\"p_filter\": {}"),
              Map.entry("lessons", COURSE),
              Map.entry("top_lessons", "\"p_limit\": 5"),
              Map.entry(
                  "search",
                  "\"p_words\": \"WORDS\", \"p_persona\": null, \"p_min_gps\": null, \"p_limit\": 5"),
              Map.entry("stats", ""),
              Map.entry("export", COURSE),
              Map.entry("members", ""),
              Map.entry(
                  "upload",
                  COURSE + ", \"p_parts\": [{" + HASH + ", \"part\": 0, \"bytes\": \"eA==\"}]"),
              Map.entry("references", "\"p_personas\": {\"new\": \"New\"}"),
              Map.entry(
                  "commit",
                  COURSE
                      + ", \"p_revision\": 999, \"p_origin\": \"test\", \"p_changes\": [],"
                      + " \"p_facts\": [], \"p_projection\": null"),
              Map.entry("index", COURSE + ", \"p_limit\": 5"),
              Map.entry("move", "\"p_from\": \"" + Teams.COURSE + "\", \"p_to\": \"elsewhere\""),
              Map.entry(
                  "member",
                  "\"p_user\": \"00000000-0000-0000-0000-000000000001\","
                      + " \"p_database_role\": null, \"p_role\": \"viewer\"")));

  /** One question of the matrix. */
  record Cell(Actor actor, String function, Teams.Project project) {
    @Override
    public String toString() {
      return actor + " " + function + " of " + project;
    }

    Purpose purpose() {
      return FunctionRules.of("public." + PREFIX + function, true).orElseThrow();
    }

    boolean allowed() {
      return purpose().need().metBy(actor.standing(project));
    }
  }

  FunctionAccessTest(PostgrestVersion version) {
    super(version);
  }

  static Stream<Cell> cells() {
    return each(
        (actor, project) ->
            ARGUMENTS.keySet().stream().map(function -> new Cell(actor, function, project)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void functionShouldServeWhomTheRulesSay(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    if (cell.actor() == Actor.ANON) {
      assertThat(Outcomes.of(answer)).isEqualTo(Outcome.REFUSED);
      return;
    }
    switch (cell.purpose()) {
      case READS -> {
        String ofNone = ask(cell, "none").body();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(!answer.body().equals(ofNone)).as(answer.body()).isEqualTo(cell.allowed());
      }
      case WRITES, OWNS ->
          assertThat(Outcomes.of(answer))
              .as(answer.body())
              .isEqualTo(cell.allowed() ? Outcome.DONE : Outcome.REFUSED);
      default -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OUTSIDER", "WITHOUT_SUB", "VIEWER", "EDITOR", "OWNER", "SERVICE"})
  void openShouldTellTheCallersRole(Actor actor) throws Exception {
    for (Teams.Project project : Teams.Project.values()) {
      String told = actor.standing(project).name().toLowerCase(Locale.ROOT);

      assertThat(send(new Cell(actor, "open", project)).body())
          .contains("\"role\": \"" + told + "\"");
    }
  }

  @Test
  void commitShouldSayWhoMayNotWriteAndNothingElse() throws Exception {
    String body = send(new Cell(Actor.VIEWER, "commit", Teams.Project.OURS)).body();

    assertThat(body)
        .contains("you may not write to project", "creatoros members add")
        .doesNotContain("course_moved");
  }

  @Test
  void matrixShouldHoldEveryFunctionThatIsServed() {
    List<String> served =
        new Hand(Teams.database())
            .query(
                String.class,
                "select proname::text from pg_proc where pronamespace = 'public'::regnamespace"
                    + " and proname like 'creatoros%'");

    assertThat(ARGUMENTS.keySet().stream().map(name -> PREFIX + name))
        .containsExactlyInAnyOrderElementsOf(served);
  }

  private HttpResponse<String> send(Cell cell) throws Exception {
    return ask(cell, place(cell.project()).slug());
  }

  private HttpResponse<String> ask(Cell cell, String project) throws Exception {
    String arguments =
        ARGUMENTS
            .get(cell.function())
            .replace("LESSON", cell.project().lesson())
            .replace("WORDS", cell.project().canary());
    String others = arguments.isEmpty() ? "" : ", " + arguments;
    return caller(cell.actor())
        .send(
            "POST",
            "/rpc/" + PREFIX + cell.function(),
            "{\"p_project\": \"" + project + "\"" + others + "}",
            FORGET);
  }
}
