package io.creatoros.postgrest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.Hand;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role at every function of the API, for its own project and for another one. Who may not
 * read a project is told what is told of one that does not exist; who may not write is told so.
 */
@RequiresPostgrest
@ParameterizedClass
@EnumSource
final class FunctionAccessTest {
  private static final String PREFIX = "creatoros_";
  private static final String[] FORGET = {"Prefer", "tx=rollback"};
  private static final String HASH =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
  private static final String LESSON = "\"p_path\": \"" + TwoProjects.LESSON + "\"";
  private static final String COURSE = "\"p_course\": \"" + TwoProjects.COURSE + "\"";

  /** Arguments beside the project, of functions that read. */
  private static final Map<String, String> READING =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("courses", ""),
              Map.entry("heads", "\"p_courses\": [\"" + TwoProjects.COURSE + "\"]"),
              Map.entry("read", COURSE + ", \"p_recompute\": true, \"p_after\": null"),
              Map.entry("content", COURSE + ", " + LESSON + ", \"p_part\": 0, \"p_sha256\": null"),
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
              Map.entry("members", "")));

  /** Arguments beside the project, of functions that write courses. */
  private static final Map<String, String> WRITING =
      new TreeMap<>(
          Map.of(
              "upload",
              COURSE
                  + ", \"p_parts\": [{\"sha256\": \""
                  + HASH
                  + "\", \"part\": 0, \"bytes\": \"eA==\"}]",
              "references",
              "\"p_personas\": {\"new\": \"New\"}",
              "commit",
              COURSE
                  + ", \"p_revision\": 999, \"p_origin\": \"test\", \"p_changes\": [],"
                  + " \"p_facts\": [], \"p_projection\": null",
              "index",
              COURSE + ", \"p_limit\": 5",
              "move",
              "\"p_from\": \"" + TwoProjects.COURSE + "\", \"p_to\": \"elsewhere\""));

  private static final String MISSING =
      COURSE + ", \"p_contents\": [{\"sha256\": \"" + HASH + "\", \"size\": 1}]";
  private static final String MEMBER =
      "\"p_user\": \"00000000-0000-0000-0000-000000000001\", \"p_database_role\": null,"
          + " \"p_role\": \"viewer\"";

  private static final TwoProjects PROJECTS = new TwoProjects();
  private static final Map<PostgrestVersion, PostgrestServer> SERVERS =
      new EnumMap<>(PostgrestVersion.class);

  private final PostgrestServer server;

  /** One question of the matrix. */
  record Cell(Role role, String function, String arguments, boolean own) {
    @Override
    public String toString() {
      return role + " " + function + (own ? ", own" : ", other");
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

  static Stream<Cell> readingCells() {
    return cells(READING, List.of(Role.values()));
  }

  static Stream<Cell> writingCells() {
    return cells(WRITING, List.of(Role.values()));
  }

  static Stream<Cell> memberCells() {
    return cells(Map.of("member", MEMBER), List.of(Role.values()));
  }

  static Stream<Cell> openCells() {
    return cells(Map.of("open", ""), List.of(Role.values()));
  }

  private static Stream<Cell> cells(Map<String, String> functions, Collection<Role> roles) {
    return roles.stream()
        .flatMap(
            role ->
                functions.entrySet().stream()
                    .flatMap(
                        function ->
                            Stream.of(true, false)
                                .map(
                                    own ->
                                        new Cell(
                                            role, function.getKey(), function.getValue(), own))));
  }

  @ParameterizedTest
  @MethodSource("readingCells")
  void readingShouldShowOnlyProjectsOfTheCaller(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    if (cell.role() == Role.ANON) {
      assertThat(Outcome.of(answer)).isEqualTo(Outcome.DENIED);
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      String ofNone = ask(cell.role(), cell.function(), "none", cell.arguments()).body();
      boolean shown = cell.role() == Role.SERVICE || (cell.own() && cell.role().isMember());
      assertThat(!answer.body().equals(ofNone)).as(answer.body()).isEqualTo(shown);
    }
  }

  @ParameterizedTest
  @MethodSource("writingCells")
  void writingShouldBeForEditorsAndOwnersOfTheProject(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    boolean allowed = cell.role() == Role.SERVICE || (cell.own() && cell.role().writes());
    assertThat(Outcome.of(answer))
        .as(answer.body())
        .isEqualTo(allowed ? Outcome.DONE : Outcome.DENIED);
    if (!allowed && cell.role() != Role.ANON) {
      assertThat(answer.body())
          .contains("you may not write to project", "creatoros members add")
          .doesNotContain("course_moved");
    }
  }

  @ParameterizedTest
  @MethodSource("memberCells")
  void membersShouldBeDecidedOnByOwners(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    boolean allowed = cell.role() == Role.SERVICE || (cell.own() && cell.role() == Role.OWNER);
    assertThat(Outcome.of(answer))
        .as(answer.body())
        .isEqualTo(allowed ? Outcome.DONE : Outcome.DENIED);
  }

  @ParameterizedTest
  @MethodSource("openCells")
  void openShouldTellTheCallersRole(Cell cell) throws Exception {
    HttpResponse<String> answer = send(cell);

    String told = cell.role().name().toLowerCase(Locale.ROOT);
    switch (cell.role()) {
      case ANON -> assertThat(Outcome.of(answer)).isEqualTo(Outcome.DENIED);
      case SERVICE -> assertThat(answer.body()).contains("\"role\": \"administrator\"");
      default ->
          assertThat(answer.body())
              .contains(
                  "\"role\": \"" + (cell.own() && cell.role().isMember() ? told : "none") + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void missingShouldBeForThoseWhoSeeTheProject(Role role) throws Exception {
    for (boolean own : new boolean[] {true, false}) {
      HttpResponse<String> answer = send(new Cell(role, "missing", MISSING, own));

      assertThat(Outcome.of(answer))
          .as(answer.body())
          .isEqualTo(role == Role.ANON ? Outcome.DENIED : Outcome.DONE);
    }
  }

  @Test
  void matrixShouldHoldEveryFunctionThatIsServed() {
    List<String> served =
        new Hand(PROJECTS.database())
            .query(
                String.class,
                "select proname::text from pg_proc where pronamespace = 'public'::regnamespace"
                    + " and proname like 'creatoros%'");

    assertThat(
            Stream.of(READING.keySet(), WRITING.keySet(), List.of("open", "missing", "member"))
                .flatMap(Collection::stream)
                .map(name -> PREFIX + name)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(served);
  }

  private HttpResponse<String> send(Cell cell) throws Exception {
    String project = (cell.own() ? PROJECTS.own() : PROJECTS.other()).slug();
    return ask(cell.role(), cell.function(), project, cell.arguments());
  }

  private HttpResponse<String> ask(Role role, String function, String project, String arguments)
      throws Exception {
    String others = arguments.isEmpty() ? "" : ", " + arguments;
    return role.at(server)
        .send(
            "POST",
            "/rpc/" + PREFIX + function,
            "{\"p_project\": \"" + project + "\"" + others + "}",
            FORGET);
  }
}
