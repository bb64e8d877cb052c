package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import io.creatoros.postgres.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many commands at once, on a server that none of them owns. */
class ManyProcessesTest {

  private static final int COURSES = 4;
  private static final int FILES = 60;
  private static final int COMMANDS = 10;

  @TempDir private Path folder;
  private Map<String, String> variables = Map.of();
  private Machine machine = new Machine(Path.of(""));
  private final List<Program> programs = new ArrayList<>();

  @BeforeEach
  void writeCourses() throws IOException {
    variables = Map.of("CREATOROS_EMBEDDED_HOME", home().toString(), "CREATOROS_LOCK_WAIT", "60s");
    machine = new Machine(folder);
    variables.forEach(machine::with);
    Random random = new Random(7);
    for (int course = 0; course < COURSES; course++) {
      for (int file = 0; file < FILES; file++) {
        byte[] bytes = new byte[random.nextInt(40_000)];
        random.nextBytes(bytes);
        Files.write(machine.write(path(course, file), ""), bytes);
      }
    }
  }

  @AfterEach
  void stopTheServer() {
    programs.forEach(Program::close);
    machine.run("db", "stop");
  }

  @Test
  void tenCommandsAtOnceShouldAllEndWell() throws Exception {
    for (int command = 0; command < COMMANDS; command++) {
      start("sync", "courses");
    }

    for (Program program : programs) {
      assertThat(program.code()).as(program.out() + program.err()).isZero();
      assertThat(program.out() + program.err()).doesNotContain("\r", "\u001b");
      assertThat(program.err()).isEmpty();
    }
    assertSound();
  }

  @Test
  void killedCommandsShouldLeaveNothingThatBlocksOrCorrupts() throws Exception {
    start("init", "courses").code();
    Path state = folder.resolve("courses/.creatoros");
    for (int command = 0; command < COMMANDS; command++) {
      start(command % 3 == 2 ? "verify" : "sync", "courses");
    }
    Await.until("the server's data is being made", () -> Files.exists(home()));
    for (int victim = 1; victim <= COMMANDS; victim += 2) {
      programs.get(victim).kill();
      long grown = files(state);
      Await.until("work goes on", () -> files(state) > grown || survivorEnded());
    }

    for (int survivor = 2; survivor <= COMMANDS; survivor += 2) {
      Program program = programs.get(survivor);
      assertThat(program.code()).as(program.out() + program.err()).isIn(0, 10, 13);
    }
    assertSound();
  }

  @Test
  void ctrlCShouldEndWith130AndTheNextRunShouldGoOn() throws Exception {
    Program program = start("sync", "courses");
    Await.until("the server's data is being made", () -> Files.exists(home()));
    program.interrupt();

    assertThat(program.code()).as(program.out() + program.err()).isEqualTo(130);
    assertSound();
  }

  /** The next command is not held up, data is whole, and the server goes when nobody needs it. */
  private void assertSound() throws IOException {
    Machine.Ran synced = machine.run("sync", "courses", "--wait", "5s");
    assertThat(synced.code()).as(synced.out() + synced.err()).isZero();
    Machine.Ran verified = machine.run("verify", "courses", "--strict");
    assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    assertThat(verified.out()).contains("\nEQUAL: 4 courses, 240 equal files");
    assertThat(machine.run("pull", "--all", "--to", "copy").code()).isZero();
    assertThat(Tree.hashes(folder.resolve("copy")))
        .isEqualTo(Tree.hashes(folder.resolve("courses")));
    assertThat(machine.run("db", "status", "--json").json()).containsEntry("running", false);
  }

  private Program start(String... arguments) throws IOException {
    Program program = Program.start(folder, variables, arguments);
    programs.add(program);
    return program;
  }

  private boolean survivorEnded() {
    return IntStream.iterate(2, survivor -> survivor <= COMMANDS, survivor -> survivor + 2)
        .anyMatch(survivor -> !programs.get(survivor).isAlive());
  }

  private Path home() {
    return folder.resolve("server/home");
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.count();
    } catch (UncheckedIOException e) {
      return 0; // a temporary file vanished while it was looked at
    }
  }

  private static String path(int course, int file) {
    return "courses/curso " + course + "/lessons/" + file % 7 + "." + file + "-lição.md";
  }
}
