package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day's work with every command, over HTTP alone. */
@RequiresPostgrest
class SessionOverHttpTest extends Scene {

  private static final String GARDEN = "horta-em-casa";
  private static final List<String> QUESTIONS =
      List.of(
          "status",
          "owed",
          "verify",
          "courses",
          "courses --slug horta-em-casa",
          "show horta-em-casa",
          "lessons horta-em-casa --below 0.5",
          "search minhoca",
          "search terra --min-gps 0.9",
          "stats",
          "findings",
          "export nowhere",
          "members list");
  private static final String LESSON = "# Regar\n\nRegue cedo, e olhe a terra antes.\n";

  @Override
  HttpRoute route() {
    return HttpRoute.through(PostgrestVersion.V12);
  }

  private HttpRoute http() {
    return (HttpRoute) route;
  }

  @BeforeEach
  void synchroniseTheSamples() throws IOException {
    ana.copy(Courses.samples(), ROOT);
    syncEqual(ana);
  }

  @Test
  void answersShouldBeThoseThatTheDatabaseItselfGives() {
    Machine direct = new Machine(root(ana));
    new Route.Direct(database).variables().forEach(direct::with);

    for (String question : QUESTIONS) {
      for (String line : List.of(question, question + " --json")) {
        Machine.Ran answer = ana.runIn(root(ana), line.split(" "));
        Machine.Ran expected = direct.run(line.split(" "));

        assertThat(answer.code()).as(line + answer.err()).isEqualTo(expected.code());
        assertThat(withoutTimes(answer)).as(line).isEqualTo(withoutTimes(expected));
      }
    }
  }

  @Test
  void exportShouldBeTheSameCourseAsTheDatabaseItselfGives() {
    Machine direct = new Machine(root(ana));
    new Route.Direct(database).variables().forEach(direct::with);

    Machine.Ran exported = ana.runIn(root(ana), "export", GARDEN);

    assertThat(exported.code()).as(exported.err()).isZero();
    assertThat(exported.json()).hasSizeGreaterThan(3);
    assertThat(exported.out()).isEqualTo(direct.run("export", GARDEN).out());
  }

  @Test
  void lessonShouldBeInTheMirrorWhenItIsPersisted() {
    ana.with("CREATOR_OS_DB_PERSIST", "on").with("CREATOROS_WRITE_BUDGET", "60s");

    Machine.Ran ran = ana.pipe(LESSON, "persist", "lesson", ROOT + "/" + GARDEN, "3.3", "--json");

    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out()).contains("\"APPLIED\"");
    assertThat(ana.run("owed", ROOT).code()).isZero();
    assertThat(ana.run("verify", ROOT).code()).isZero();
    assertThat(mirror.files()).containsKey(GARDEN + "/lessons/3.3-regar.md");
  }

  @Test
  void lessonShouldBeOwedAndSentLaterWhenNobodyAnswers() {
    Machine.Ran ran =
        ana.pipe(
            LESSON,
            "persist",
            "lesson",
            ROOT + "/" + GARDEN,
            "3.3",
            "--set",
            "db-persist=on",
            "--set",
            "postgrest.url=http://127.0.0.1:1");
    Machine.Ran owed = ana.run("owed", ROOT, "--set", "postgrest.url=http://127.0.0.1:1");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("DB_UNREACHABLE");
    assertThat(owed.code()).isEqualTo(20);
    assertThat(owed.out()).contains("lessons/3.3-regar.md");
    assertThat(ana.run("owed", ROOT).code()).isEqualTo(11);
    syncEqual(ana);
  }

  @Test
  void changesShouldArriveWhileTheFolderIsWatched() throws Exception {
    try (Program watch = Program.start(ana.folder(), route.variables(), "watch", ROOT)) {
      Await.until("watching", () -> watch.out().contains("EQUAL"));
      ana.write(ROOT + "/" + GARDEN + "/lessons/3.3-regar.md", LESSON);
      Await.until(
          "the lesson arrives", () -> mirror.files().containsKey(GARDEN + "/lessons/3.3-regar.md"));
      watch.interrupt();

      assertThat(watch.code()).isZero();
    }
    assertThat(ana.run("verify", ROOT).code()).isZero();
  }

  @Test
  void courseShouldKeepItsHistoryWhenItsFolderIsRenamed() throws IOException {
    Files.move(root(ana).resolve(GARDEN), root(ana).resolve("horta"));

    assertThat(sync(ana).code()).isEqualTo(14);
    Machine.Ran moved = ana.runIn(root(ana), "courses", "move", GARDEN, "horta");

    assertThat(moved.code()).as(moved.err()).isZero();
    syncEqual(ana);
    assertThat(mirror.query("select path from creatoros.courses"))
        .contains("horta")
        .doesNotContain(GARDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "migrate",
        "migrate --status",
        "schema check",
        "db url",
        "db query select",
        "db psql",
        "db backup x",
        "db restore x"
      })
  void commandsThatNeedSqlShouldSayWhatToSet(String command) {
    Machine.Ran ran = ana.run(command.split(" "));

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("error DATABASE_NOT_OFFERED: this command needs SQL")
        .contains("next: set database.url (SUPABASE_DB_URL)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"db start", "db stop", "db status"})
  void serverOfSomebodyElseShouldNotBeOursToStartOrStop(String command) {
    Machine.Ran ran = ana.run(command.split(" "));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("error NOT_EMBEDDED: ", "--mirror embedded");
  }

  @Test
  void commandsThatNeedSqlShouldTakeTheDatabaseBesideAndCoursesStillGoOverHttp()
      throws IOException {
    Machine beside = new Machine(ana.folder());
    http().besideDatabase().forEach(beside::with);
    int before = http().gateway().seen().size();

    assertThat(beside.run("migrate", "--status").out()).contains("schema CURRENT");
    assertThat(beside.run("schema", "check").code()).isZero();
    assertThat(beside.run("db", "query", "select 6 * 7").out()).contains("42");
    assertThat(http().gateway().seen()).hasSize(before);
    ana.write(ROOT + "/" + GARDEN + "/lessons/3.3-regar.md", LESSON);
    assertThat(sync(beside).code()).isZero();
    assertThat(http().gateway().seen()).hasSizeGreaterThan(before);
  }

  @Test
  void wayShouldBeChosenForOneCommandByAFlag() {
    Machine both = new Machine(root(ana));
    http().besideDatabase().forEach(both::with);
    int before = http().gateway().seen().size();

    Machine.Ran direct = both.run("status", "--mirror", "postgres");
    assertThat(http().gateway().seen()).hasSize(before);
    Machine.Ran overHttp = both.run("status", "--mirror", "postgrest");

    assertThat(http().gateway().seen()).hasSizeGreaterThan(before);
    assertThat(overHttp).isEqualTo(direct);
  }

  @Test
  void otherProjectShouldBeEmpty() {
    Machine.Ran ran = ana.runIn(root(ana), "courses", "--project", "another", "--json");

    assertThat(ran.json()).containsEntry("courses", List.of());
  }

  @Test
  void serverShouldBeKnownByItsAddressWithoutAKey() throws IOException {
    String address = http().gateway().url().getAuthority() + "/rest/v1";
    Path mirrors = root(ana).resolve(".creatoros/mirrors");

    try (var files = Files.list(mirrors)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(file.getFileName() + Files.readString(file))
                      .doesNotContain(http().gateway().secretKey()));
    }
    assertThat(ana.runIn(root(ana), "config", "--json").out())
        .contains("\"mirror\" : \"postgrest\"")
        .contains(address.substring(0, address.indexOf('/')));
  }

  @Test
  void wrongKeyShouldEndInPermissionAndUnreachableHostInUnreachable() {
    Map<String, String> wrong = Map.of("SUPABASE_SECRET_KEY", "sb_secret_of_another_project");
    wrong.forEach(ana::with);

    Machine.Ran refused = sync(ana);
    Machine.Ran nobody = sync(ana, "--set", "postgrest.url=http://127.0.0.1:1");

    assertThat(refused.code()).as(refused.err()).isEqualTo(21);
    assertThat(refused.err()).contains("error DB_PERMISSION: ", "next: ");
    assertThat(nobody.code()).isEqualTo(20);
    assertThat(nobody.err()).contains("error DB_UNREACHABLE: ");
  }

  private static List<String> withoutTimes(Machine.Ran ran) {
    return Stream.concat(ran.out().lines(), ran.err().lines())
        .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME"))
        .toList();
  }
}
