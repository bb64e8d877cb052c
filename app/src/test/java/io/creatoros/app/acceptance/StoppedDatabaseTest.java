package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Databases;
import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.FaultProxy;
import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A generator that stores what it makes, command by command, while its database comes and goes.
 *
 * <pre>
 *   generator ── creatoros persist ──► files
 *                        └──► proxy that can be stopped ──► database (real PostgreSQL)
 * </pre>
 */
class StoppedDatabaseTest {

  private static final int LESSONS = 20;
  private static final String CONNECT_TIMEOUT = "CREATOROS_DATABASE_CONNECT_TIMEOUT";

  /** When the database is stopped. */
  enum Stopped {
    BEFORE,
    DURING,
    AFTER
  }

  private final TestDatabase database = Databases.migrated();
  private final FaultProxy proxy = FaultProxy.to(database);
  private final Mirror mirror = new Mirror(database);
  @TempDir private Path folder;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void setUpMachine() {
    String through =
        Databases.url(database).replace(":" + database.port() + "/", ":" + proxy.port() + "/");
    machine =
        new Machine(folder)
            .with("DATABASE_URL", through)
            .with("CREATOR_OS_DB_PERSIST", "true")
            .with("CREATOROS_WRITE_BUDGET", "60s");
  }

  @AfterEach
  void close() {
    proxy.close();
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyLessonShouldBeSafeAndOneSyncShouldSendAllWhenTheDatabaseWasStopped(Stopped when)
      throws IOException {
    machine.write("courses/coffee/COURSE-BRIEF.md", "# Coffee\n");
    assertThat(machine.run("sync", "courses").code()).isZero();
    List<Machine.Ran> calls = new ArrayList<>();
    for (int lesson = 1; lesson <= LESSONS; lesson++) {
      if (when == Stopped.BEFORE && lesson == 1 || when == Stopped.DURING && lesson == 8) {
        stop();
      }
      calls.add(persist("1." + lesson));
    }
    if (when == Stopped.AFTER) {
      stop();
    }
    int applied = when == Stopped.BEFORE ? 0 : when == Stopped.DURING ? 7 : LESSONS;

    assertThat(calls).allSatisfy(call -> assertThat(call.code()).isZero());
    assertThat(calls.stream().map(StoppedDatabaseTest::outcome))
        .filteredOn("APPLIED"::equals)
        .hasSize(applied);
    assertThat(calls.stream().map(StoppedDatabaseTest::outcome))
        .filteredOn("OWED"::equals)
        .hasSize(LESSONS - applied);
    assertThat(Tree.hashes(folder.resolve("courses/coffee/lessons"))).hasSize(LESSONS);
    Machine.Ran owed = machine.run("owed", "courses", "--json");
    assertThat(owed.code()).isEqualTo(20);
    assertThat(owed.json()).containsEntry("owed", (long) LESSONS - applied);
    assertOneSyncMakesEqual();
  }

  @Test
  void nothingShouldBeLostWhenTheFirstCallOfACourseFailsAndLaterOnesSucceed() throws IOException {
    stop();
    machine.write("brief.md", "# Coffee\n");
    Machine.Ran brief =
        machine.run("persist", "brief", "courses/coffee", "--file", "brief.md", "--json");
    Machine.Ran first = persist("1.1");
    start();
    Machine.Ran second = persist("1.2");

    assertThat(List.of(outcome(brief), outcome(first))).containsOnly("OWED");
    assertThat(outcome(second)).isEqualTo("APPLIED");
    assertThat(machine.run("owed", "courses").out())
        .contains("nothing waits: the mirror has every file");
    assertThat(mirror.files().keySet())
        .containsExactlyElementsOf(prefixed(Tree.hashes(folder.resolve("courses/coffee"))));
    assertOneSyncMakesEqual();
  }

  @Test
  void owedShouldListEveryFileAndWhyWhenTheDatabaseIsStopped() throws IOException {
    persist("1.1");
    stop();
    machine.pipe("# Beans, again\n", "persist", "lesson", "courses/coffee", "1.1");
    Machine.Ran warned = machine.pipe("# New\n", "persist", "lesson", "courses/coffee", "1.2");

    Machine.Ran owed = machine.run("owed", "courses");
    Machine.Ran status = machine.run("status", "courses");

    assertThat(warned.code()).isZero();
    assertThat(warned.err().lines().filter(line -> line.startsWith("WARN "))).hasSize(1);
    assertThat(owed.out())
        .contains("coffee: 2 files")
        .contains("  + lessons/1.1-a-lesson.md", "  + lessons/1.2-new.md")
        .contains("2 files in 1 course wait for the mirror")
        .contains("the mirror cannot be asked: DB_UNREACHABLE: ")
        .contains("next: ")
        .doesNotContain("database off", database.password());
    assertThat(status.code()).isEqualTo(owed.code()).isEqualTo(20);
    assertThat(status.out()).contains("2 owed");
  }

  @Test
  void statusAndOwedShouldSayThatTheDatabaseIsOffWhenItIs() throws IOException {
    machine.with("CREATOR_OS_DB_PERSIST", "false");
    Machine.Ran call = persist("1.1");

    Machine.Ran owed = machine.run("owed", "courses");
    Machine.Ran status = machine.run("status", "courses");

    assertThat(outcome(call)).isEqualTo("DISABLED");
    assertThat(owed.code()).isEqualTo(status.code()).isEqualTo(11);
    assertThat(owed.out()).contains("database off, 1 file not sent");
    assertThat(status.out()).contains("database off, 1 file not sent");
    assertThat(machine.run("sync", "courses").code()).isZero();
    assertThat(machine.run("owed", "courses").code()).isZero();
    assertThat(machine.run("status", "courses").out()).doesNotContain("database off");
  }

  @Test
  void requireMirrorShouldEndWithWhatHinderedIt() throws IOException {
    Machine.Ran applied = require("1.1");
    machine.with("CREATOR_OS_DB_PERSIST", "off");
    Machine.Ran off = require("1.2");
    machine.with("CREATOR_OS_DB_PERSIST", "on");
    stop();
    Machine.Ran stopped = require("1.3");

    assertThat(applied.code()).isZero();
    assertThat(off.code()).isEqualTo(11);
    assertThat(off.err()).contains(" sync coffee");
    assertThat(stopped.code()).isEqualTo(20);
    assertThat(Tree.hashes(folder.resolve("courses/coffee/lessons"))).hasSize(3);
  }

  @Test
  void meterFileShouldTellWhatBecameOfACall() throws IOException {
    persist("1.1");
    stop();
    machine.pipe(
        "# B\n", "persist", "lesson", "courses/coffee", "1.2", "--metrics-file", "m/os.prom");

    assertThat(machine.read("m/os.prom"))
        .contains("creatoros_writes_total{leg=\"files\",outcome=\"durable\"} 1.0")
        .contains("outcome=\"owed\"", "creatoros_mirror_breaker 0.0")
        .doesNotContain("coffee", database.password());
    assertThat(folder.resolve("m")).isDirectoryNotContaining("glob:**.creatoros-metrics*");
  }

  /** Nobody waits long for what is stopped. */
  private void stop() {
    proxy.refuse();
    proxy.cut();
    machine.with(CONNECT_TIMEOUT, "1s");
  }

  private void start() {
    proxy.heal();
    machine.with(CONNECT_TIMEOUT, "60s");
  }

  private Machine.Ran persist(String label) {
    return machine.pipe(
        "# A lesson\n\n" + label + "\n", "persist", "lesson", "courses/coffee", label, "--json");
  }

  private Machine.Ran require(String label) {
    return machine.pipe(
        "# A\n\n" + label, "persist", "lesson", "courses/coffee", label, "--require-mirror");
  }

  private static String outcome(Machine.Ran ran) {
    Map<?, ?> json = (Map<?, ?>) ran.json().get("mirror");
    return String.valueOf(json == null ? null : json.get("outcome"));
  }

  private static List<String> prefixed(SortedMap<String, String> files) {
    return files.keySet().stream().map(path -> "coffee/" + path).toList();
  }

  private void assertOneSyncMakesEqual() {
    start();
    Machine.Ran synced = machine.run("sync", "courses");
    Machine.Ran verified = machine.run("verify", "courses");

    assertThat(synced.code()).as(synced.out() + synced.err()).isZero();
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    assertThat(machine.run("owed", "courses").code()).isZero();
  }
}
