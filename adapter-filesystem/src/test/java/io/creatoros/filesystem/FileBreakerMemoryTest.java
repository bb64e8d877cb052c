package io.creatoros.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.resilience.BreakerMemory;
import io.creatoros.core.resilience.BreakerMemory.Trouble;
import io.creatoros.core.resilience.BreakerMemory.Turn;
import io.creatoros.testkit.BreakerMemoryContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBreakerMemoryTest implements BreakerMemoryContract {

  private static final String SERVER = "db.example.org:5432/courses";
  private static final Trouble DOWN =
      new Trouble(3, SINCE, SINCE, Optional.of(SINCE.plusSeconds(5)), "connection refused");

  @TempDir private Path root;

  @Override
  public BreakerMemory memory() {
    return Workspace.init(root).breakerMemory(SERVER);
  }

  @Override
  public BreakerMemory others() {
    return Workspace.init(root).breakerMemory(SERVER);
  }

  private Path file() {
    return StateFolder.of(root).trouble(SERVER);
  }

  @Test
  void troubleShouldBeOfItsServerOnly() {
    BreakerMemory another = Workspace.init(root).breakerMemory("localhost:5432/courses");
    memory().save(DOWN);
    Turn turn = memory().tryTurn().orElseThrow();

    assertThat(another.load()).isEmpty();
    another.tryTurn().orElseThrow().close();
    another.clear();
    assertThat(memory().load()).contains(DOWN);
    turn.close();
  }

  @Test
  void fileShouldHoldNoMoreThanWhatIsTold() throws IOException {
    memory().save(DOWN);

    assertThat(file())
        .hasContent(
            """
            3
            2026-03-01T10:00:00.123456789Z
            2026-03-01T10:00:00.123456789Z
            2026-03-01T10:00:05.123456789Z
            connection refused
            """);
    try (var files = Files.list(file().getParent())) {
      assertThat(files).as("no temporary file is left").containsExactly(file());
    }
  }

  @Test
  void loadShouldBeEmptyWhenFileIsBroken() throws IOException {
    memory().save(DOWN);
    String whole = Files.readString(file());
    for (String broken :
        new String[] {
          "",
          "\n",
          "three" + whole.substring(1),
          "0" + whole.substring(1),
          "99999999999" + whole,
          whole.replace("10:00:05", "25:00:05"),
          whole.substring(0, 20),
          whole.substring(0, whole.indexOf("connection") - 1),
          "\u0000".repeat(100_000)
        }) {
      Files.writeString(file(), broken);
      assertThat(memory().load()).as(broken).isEmpty();
    }
    Files.write(file(), "3\n\u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(memory().load()).isEmpty();

    memory().save(DOWN);
    assertThat(others().load()).contains(DOWN);
  }

  @Test
  void reasonShouldBeCutWhenItIsVeryLong() {
    memory().save(new Trouble(1, SINCE, SINCE, Optional.empty(), "é".repeat(1_000_000)));

    assertThat(others().load().orElseThrow().reason()).isEqualTo("é".repeat(1000));
  }

  @Test
  void reasonShouldBeOneLine() {
    memory().save(new Trouble(1, SINCE, SINCE, Optional.empty(), "first\nsecond\r\nthird"));

    assertThat(others().load().orElseThrow().reason()).isEqualTo("first second third");
  }

  /** What stands in the way of files: a file where their folder should be. */
  @Test
  void nothingShouldFailWhenStateCannotBeWritten() throws IOException {
    Workspace workspace = Workspace.init(root);
    Files.createFile(StateFolder.of(root).folder().resolve("mirrors"));
    BreakerMemory memory = workspace.breakerMemory(SERVER);

    memory.save(DOWN);
    memory.clear();

    assertThat(memory.load()).isEmpty();
    Turn turn = memory.tryTurn().orElseThrow();
    assertThat(memory.tryTurn()).as("one at a time in this process").isEmpty();
    turn.close();
    memory.tryTurn().orElseThrow().close();
  }

  @Test
  void troubleShouldStayWhenItCannotBeCleared() throws IOException {
    Files.createDirectories(file().resolve("not empty"));

    memory().clear();

    assertThat(memory().load()).isEmpty();
    assertThat(file()).exists();
  }
}
