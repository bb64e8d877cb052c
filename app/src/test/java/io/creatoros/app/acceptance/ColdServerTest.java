package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import io.creatoros.core.resilience.Budget;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Generators that find the embedded server not running. */
@Timeout(300)
class ColdServerTest {

  private static final String LESSON = "courses/coffee/lessons/1.1-beans.md";

  /** For a write that needs a fraction of it. */
  private static final Duration BUDGET = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private Path home = Path.of("");
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void setUpMachine() throws IOException {
    home = folder.resolve("server");
    machine = machine("one");
  }

  private Machine machine(String name) throws IOException {
    return new Machine(Files.createDirectory(folder.resolve(name)))
        .with("CREATOROS_EMBEDDED_HOME", home.toString())
        .with("CREATOR_OS_DB_PERSIST", "on")
        .with("CREATOROS_WRITE_BUDGET", BUDGET.toSeconds() + "s");
  }

  private static Machine.Ran persist(Machine machine) {
    return persist(machine, "# Beans\n");
  }

  private static Machine.Ran persist(Machine machine, String lesson) {
    return machine.pipe(lesson, "persist", "lesson", "courses/coffee", "1.1");
  }

  /** Takes the lock that whoever starts the server has to have. */
  private FileLock startLock() throws IOException {
    Files.createDirectories(home);
    FileChannel channel =
        FileChannel.open(
            home.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return channel.lock();
  }

  @Test
  void persistShouldBeAnsweredByAServerWhoseStartTakesLongerThanTheBudget() throws Exception {
    CompletableFuture<Machine.Ran> running;
    try (FileChannel starting = startLock().channel()) {
      running = CompletableFuture.supplyAsync(() -> persist(machine));
      while (!Files.exists(machine.folder().resolve(LESSON)) && !running.isDone()) {
        Thread.onSpinWait();
      }
      Budget longer = Budget.of(BUDGET.plusMillis(500));
      while (!longer.isOver() && !running.isDone()) {
        Thread.onSpinWait();
      }
      assertThat(running).isNotDone();
      assertThat(starting.isOpen()).isTrue();
    }
    Machine.Ran first = running.get();
    Machine.Ran stranger =
        persist(machine("other").with("CREATOROS_WRITE_BUDGET", "60s"), "# Other beans\n");

    assertThat(first.out()).contains("1.1-beans.md  written", "mirror: has it, revision 1");
    assertThat(first.err()).isEmpty();
    assertThat(stranger.code()).isZero();
    assertThat(stranger.err()).contains("WARN FIRST_CONTACT: ");
    assertThat(machine.run("db", "status").out()).contains("not running");
  }

  @Test
  void persistShouldOweWhenTheServerIsNotReadyInTime() throws Exception {
    try (FileChannel starting = startLock().channel()) {
      machine.with("CREATOROS_EMBEDDED_PATIENCE", "50ms");

      Machine.Ran ran = persist(machine);

      assertThat(starting.isOpen()).isTrue();
      assertThat(ran.code()).isZero();
      assertThat(ran.err()).contains("WARN EMBEDDED_TIMEOUT: ");
      assertOwed();
    }
  }

  @Test
  void persistShouldOweWhenTheServerCannotStart() throws IOException {
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/PG_VERSION"), "9.6\n");

    Machine.Ran ran = persist(machine);
    Machine.Ran required =
        machine.run("persist", "score", "courses/coffee", "--fidelity", "0.9", "--require-mirror");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("WARN EMBEDDED_START_FAILED: ");
    assertThat(required.code()).isEqualTo(20);
    assertThat(required.err()).contains("EMBEDDED_START_FAILED");
    assertOwed();
  }

  private void assertOwed() throws IOException {
    assertThat(machine.read(LESSON)).isEqualTo("# Beans\n");
    assertThat(machine.runIn(machine.folder().resolve("courses"), "owed").out())
        .contains("1.1-beans.md");
  }

  @Test
  void persistShouldStartNothingWhenTheMirrorIsNotToBeWritten() throws IOException {
    Machine.Ran off = persist(machine.with("CREATOR_OS_DB_PERSIST", "off"));
    Machine.Ran none = persist(machine("other").with("CREATOROS_MIRROR", "none"));

    assertThat(off.out()).contains("mirror: not written: db-persist is off");
    assertThat(none.out()).contains("mirror: there is none");
    assertThat(home).doesNotExist();
  }
}
