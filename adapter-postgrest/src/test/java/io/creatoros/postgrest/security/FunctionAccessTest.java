package io.creatoros.postgrest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.Hand;
import io.creatoros.postgres.security.FunctionRules;
import io.creatoros.postgres.security.FunctionRules.Purpose;
import io.creatoros.postgres.security.Outcome;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role at every function of the API, for its own project and for another one, by the rules
 * that the matrix over JDBC is held to. Who may not read a project is told what is told of one that
 * does not exist; who may not write is told so.
 */
@RequiresPostgrest
@ParameterizedClass
@EnumSource
final class FunctionAccessTest {
  private static final String PREFIX = "creatoros_";
  private static final String[] FORGET = {"Prefer", "tx=rollback"};
  private static final String HASH =
      "\"sha256\": \"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\"";
  private static final String LESSON = "\"p_path\": \"" + TwoProjects.LESSON + "\"";
  private static final String COURSE = "\"p_course\": \"" + TwoProjects.COURSE + "\"";

  /** Arguments beside the project. */
  private static final Map<String, String> ARGUMENTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("open", ""),
              Map.entry("courses", ""),
              Map.entry("heads", "\"p_courses\": [\"" + TwoProjects.COURSE + "\"]"),
              Map.entry("read", COURSE + ", \"p_recompute\": true, \"p_after\": null"),
              Map.entry("content", COURSE + ", " + LESSON + ", \"p_part\": 0, \"p_sha256\": null"),
              Map.entry("missing", COURSE + ", \"p_contents\": [{" + HASH + ", \"size\": 1}]"),
              Map.entry("facts", COURSE + ", \"p_after\": null"),
              Map.entry("rows", COURSE),
              Map.entry("edits", COURSE + ", \"p_after\": 0"),
              Map.entry("overviews", "\"p_filter\": {}"),
              Map.entry("lessons", COURSE),
              Map.entry("top_lessons", "\"p_limit\": 5"),
              Map.entry(
                  "search",
                  "\"p_words\": \"water\", \"p_persona\": null, \"p_min_gps\": null, \"p_limit\": 5"),
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
              Map.entry(
                  "move", "\"p_from\": \"" + TwoProjects.COURSE + "\", \"p_to\": \"elsewhere\""),
              Map.entry(
                  "member",
                  "\"p_user\": \"00000000-0000-0000-0000-000000000001\","
                      + " \"p_database_role\": null, \"p_role\": \"viewer\"")));

  private static final TwoProjects PROJECTS = new TwoProjects();
  private static final Map<PostgrestVersion, PostgrestServer> SERVERS =
      new EnumMap<>(PostgrestVersion.class);

  private final PostgrestServer server;

  /** One question of the matrix. */
  record Cell(Role role, String function, boolean own) {
    @Override
    public String toString() {
      return role + " " + function + (own ? ", own" : ", other");
    }

    Purpose purpose() {
      return FunctionRules.of("public." + PREFIX + function, true).orElseThrow();
    }

    boolean allowed() {
      return purpose().need().metBy(role.standing(own));
    }
  }

  FunctionAccessTest(PostgrestVersion version) {
    server =
        SERVERS.computeIfAbsent(
            version, each -> PostgrestServer.startForgetful(each, PROJECTS.database()));
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(PostgrestServer::close);
    PROJECTS.close();
  }

  static Stream<Cell> cells() {
    return Stream.of(Role.values())
        .flatMap(role -> Stream.of(true, false).flatMap(own -> cells(role, own)));
  }

  private static Stream<Cell> cells(Role role, boolean own) {
    return ARGUMENTS.keySet().stream().map(function -> new Cell(role, function, own));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void functionShouldServeWhomTheRulesSay(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    if (cell.role() == Role.ANON) {
      assertThat(Outcomes.of(answer)).isEqualTo(Outcome.REFUSED);
      return;
    }
    switch (cell.purpose()) {
      case READS -> {
        String ofNone = ask(cell.role(), cell.function(), "none").body();
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
  @EnumSource
  void openShouldTellTheCallersRole(Role role) throws Exception {
    String own = send(new Cell(role, "open", true)).body();
    String other = send(new Cell(role, "open", false)).body();

    String told = role.standing(true).name().toLowerCase(Locale.ROOT);
    if (role != Role.ANON) {
      assertThat(own).contains("\"role\": \"" + told + "\"");
      assertThat(other).contains("\"role\": \"" + (role == Role.SERVICE ? told : "none") + "\"");
    }
  }

  @Test
  void commitShouldSayWhoMayNotWriteAndNothingElse() throws Exception {
    String body = send(new Cell(Role.VIEWER, "commit", true)).body();

    assertThat(body)
        .contains("you may not write to project", "creatoros members add")
        .doesNotContain("course_moved");
  }

  @Test
  void matrixShouldHoldEveryFunctionThatIsServed() {
    List<String> served =
        new Hand(PROJECTS.database())
            .query(
                String.class,
                "select proname::text from pg_proc where pronamespace = 'public'::regnamespace"
                    + " and proname like 'creatoros%'");

    assertThat(ARGUMENTS.keySet().stream().map(name -> PREFIX + name))
        .containsExactlyInAnyOrderElementsOf(served);
  }

  private HttpResponse<String> send(Cell cell) throws Exception {
    String project = (cell.own() ? PROJECTS.own() : PROJECTS.other()).slug();
    return ask(cell.role(), cell.function(), project);
  }

  private HttpResponse<String> ask(Role role, String function, String project) throws Exception {
    String arguments = ARGUMENTS.getOrDefault(function, "");
    String others = arguments.isEmpty() ? "" : ", " + arguments;
    return role.at(server)
        .send(
            "POST",
            "/rpc/" + PREFIX + function,
            "{\"p_project\": \"" + project + "\"" + others + "}",
            FORGET);
  }
}
