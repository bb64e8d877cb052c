package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Databases;
import io.creatoros.app.cli.Machine;
import io.creatoros.app.cli.TestJson;
import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgres.testkit.FaultProxy;
import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder that is watched while somebody works in it.
 *
 * <pre>
 *   script ──► files ──► creatoros watch (a process) ──► proxy ──► database (real PostgreSQL)
 * </pre>
 */
class WatchTest {

  private static final int COURSES = 5;
  private static final int FILES = 500;
  private static final int BURST = 50;

  private final TestDatabase database = Databases.migrated();
  private final FaultProxy proxy = FaultProxy.to(database);
  private final Mirror mirror = new Mirror(database);
  private final List<Program> programs = new ArrayList<>();
  @TempDir private Path folder;
  private Map<String, String> variables = Map.of();
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void writeACourse() throws IOException {
    String through =
        Databases.url(database).replace(":" + database.port() + "/", ":" + proxy.port() + "/");
    variables =
        new HashMap<>(Map.of("DATABASE_URL", through, "CREATOROS_DATABASE_CONNECT_TIMEOUT", "3s"));
    machine = new Machine(folder);
    variables.forEach(machine::with);
    for (int i = 1; i <= 4; i++) {
      machine.write("courses/tea/lessons/1." + i + "-leaf.md", "leaf " + i);
    }
  }

  @AfterEach
  void close() {
    programs.forEach(Program::close);
    proxy.close();
    database.close();
  }

  @Test
  void everyFileShouldArriveWhenAScriptWritesEditsAndDeletesInBursts(TestReporter reporter)
      throws Exception {
    Program watch = watch();
    Random random = new Random(11);

    for (int first = 0; first < FILES; first += BURST) {
      for (int file = first; file < first + BURST; file++) {
        machine.write(path(file), "lesson " + file + "\n" + random.nextLong());
      }
      if (first > 0) {
        machine.write(path(random.nextInt(first)), "edited " + first);
        machine.delete(path(first - BURST));
      }
      if (first % (3 * BURST) == 0) {
        String last = path(first + BURST - 1);
        Await.until("a burst arrives", () -> mirror.files().containsKey(inMirror(last)));
      }
    }
    long lastWrite = System.nanoTime();
    SortedMap<String, String> expected = files();
    Await.until("the mirror has all", () -> mirror.files().equals(expected));
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastWrite);
    reporter.publishEntry("equal after the last write", took + " ms");

    assertThat(expected).hasSizeGreaterThan(FILES - FILES / BURST);
    assertThat(machine.run("verify", "courses").code()).isZero();
    assertThat(end(watch)).isZero();
    assertThat(watch.out()).doesNotContain("NOT EQUAL").contains("ended after");
  }

  @Test
  void deletesShouldBeStoppedByTheGuardAndWatchingShouldGoOn() throws Exception {
    Program watch = watch();
    for (int i = 1; i <= 4; i++) {
      machine.delete("courses/tea/lessons/1." + i + "-leaf.md");
    }
    Await.until("the stop is shown", () -> watch.out().contains("DELETES_WHOLE_COURSE"));
    machine.write("courses/coffee/lessons/1.1-beans.md", "beans");
    Await.until("a new course arrives", () -> mirror.files().size() == 5);

    assertThat(watch.out())
        .contains("all 4 files of the course are gone")
        .contains("next: if they are to be deleted: creatoros sync tea --allow-deletes");
    assertThat(end(watch)).isZero();
  }

  @Test
  void mirrorThatIsDownShouldBeSaidOnceAndTriedUntilItIsBack() throws Exception {
    Program watch = watch();
    proxy.refuse();
    proxy.cut();
    machine.write("courses/tea/lessons/1.1-leaf.md", "edited");
    Await.until("it is said", () -> watch.out().contains("the mirror cannot be used"));
    int before = machine.run("status", "courses").code();
    machine.write("courses/tea/lessons/1.2-leaf.md", "edited too");
    proxy.heal();
    SortedMap<String, String> expected = files();
    Await.until("the mirror has all", () -> mirror.files().equals(expected));
    Await.until("that is said, too", () -> watch.out().contains("the mirror is back"));

    assertThat(before).isEqualTo(20);
    assertThat(end(watch)).isZero();
    assertThat(watch.out().lines().filter(line -> line.contains("cannot be used"))).hasSize(1);
    assertThat(watch.out()).contains("DB_UNREACHABLE");
    assertThat(watch.out() + watch.err()).doesNotContain(database.password());
  }

  @Test
  void watchShouldBeginWithoutAMirrorWhenItIsDown() throws Exception {
    proxy.refuse();
    Program watch = start("watch", "courses");
    Await.until("it is said", () -> watch.out().contains("the mirror cannot be used"));
    proxy.heal();
    Await.until("the mirror has all", () -> mirror.files().size() == 4);

    assertThat(end(watch)).isZero();
  }

  @Test
  void watchShouldPrintAJsonObjectALine() throws Exception {
    Program watch = start("watch", "courses", "--json");
    Await.until("the first sync is told", () -> watch.out().contains("\"synced\""));
    replace("courses/tea/lessons/1.1-leaf.md", "edited");
    Await.until("the second sync is told", () -> watch.out().lines().count() == 2);

    assertThat(end(watch)).isZero();
    List<Map<String, @Nullable Object>> events = watch.out().lines().map(TestJson::object).toList();
    assertThat(events)
        .extracting(event -> event.get("event"))
        .containsExactly("synced", "synced", "ended");
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(event)
                    .containsEntry("schema", "creatoros/1")
                    .containsEntry("command", "watch")
                    .containsKey("at"));
    assertThat(events.get(1)).containsEntry("verdict", "EQUAL").containsEntry("next", "");
    assertThat(events.get(2)).containsEntry("written", 5L).containsEntry("exitCode", 0L);
    assertThat(watch.err()).isEmpty();
  }

  @Test
  void watchShouldEndAsSyncDoesWhenWhatIsWrongWillNotPassByItself() throws Exception {
    variables =
        Map.of("DATABASE_URL", Databases.url(database).replace(database.password(), "wrong"));

    Program watch = start("watch", "courses");

    assertThat(watch.code()).isEqualTo(21);
    assertThat(watch.err()).contains("error DB_PERMISSION: ");
  }

  /** Replaces a file at once, so that there is no half of it to be seen. */
  private void replace(String path, String text) throws IOException {
    Path whole = machine.write("whole", text);
    Files.move(whole, folder.resolve(path), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A watcher that has seen the courses. */
  private Program watch() throws IOException {
    Program watch = start("watch", "courses");
    Await.until("the first sync is told", () -> watch.out().contains("EQUAL: 1 course, 4 files"));
    return watch;
  }

  private Program start(String... arguments) throws IOException {
    Program program = Program.start(folder, variables, arguments);
    programs.add(program);
    return program;
  }

  private static int end(Program watch) throws IOException, InterruptedException {
    watch.interrupt();
    return watch.code();
  }

  private static String path(int file) {
    return "courses/" + inMirror(file);
  }

  private static String inMirror(String path) {
    return path.substring("courses/".length());
  }

  private static String inMirror(int file) {
    return "curso " + file % COURSES + "/lessons/" + file % 7 + "." + file + "-lição.md";
  }

  /** What the folder holds, by course and path. */
  private SortedMap<String, String> files() throws IOException {
    return Tree.hashes(folder.resolve("courses"));
  }
}
