package io.creatoros.filesystem;

import static io.creatoros.filesystem.TempWorkspace.COURSE;
import static io.creatoros.filesystem.TempWorkspace.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.resilience.BreakerMemory;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.sync.Lanes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes do, killed ones included. */
class ProcessesTest {

  private static final String SERVER = "localhost:5432/courses";

  @TempDir private Path temporary;
  private TempWorkspace disk;
  private Optional<Process> other = Optional.empty();

  @BeforeEach
  void makeWorkspace() {
    disk = TempWorkspace.in(temporary);
  }

  @AfterEach
  void endOther() throws InterruptedException {
    if (other.isPresent()) {
      other.get().destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }
  }

  /**
   * The other process: {@code lane} holds a lane, {@code turn} the turn to try a mirror, {@code
   * write} writes without end.
   */
  public static final class Other {

    private Other() {}

    /** Runs until it is killed. */
    public static void main(String[] args) throws IOException {
      Workspace workspace = Workspace.init(Path.of(args[1]));
      if (args[0].equals("lane")) {
        Lanes.Lane lane = workspace.lanes("creatoros sync").acquire(COURSE, Duration.ZERO);
        System.out.println("ready");
        System.in.read();
        lane.close();
      } else if (args[0].equals("turn")) {
        BreakerMemory.Turn turn = workspace.breakerMemory(SERVER).tryTurn().orElseThrow();
        System.out.println("ready");
        System.in.read();
        turn.close();
      } else {
        CourseFolders folders = workspace.folders(CourseBoundaries.unknown());
        for (int i = 0; ; i++) {
          write(folders, i);
          if (i == 20) {
            System.out.println("ready");
          }
        }
      }
    }

    private static void write(CourseFolders folders, int i) {
      try (CourseFolders.FolderBatch batch = folders.write(COURSE)) {
        Optional<String> before = i == 0 ? Optional.empty() : Optional.of(content(i - 1));
        TempWorkspace.replace(batch, "lessons/a.md", before, content(i));
      }
    }

    static String content(int i) {
      return (i % 2 == 0 ? "even " : "odd ").repeat(100_000);
    }
  }

  @Test
  void acquireShouldNameTheProcessThatHoldsTheLaneUntilItIsKilled() throws Exception {
    Process holder = start("lane");
    Lanes lanes = disk.workspace().lanes("creatoros pull");

    assertThatThrownBy(() -> lanes.acquire(COURSE, Duration.ZERO))
        .isInstanceOfSatisfying(
            StorageLockedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("LOCKED");
              assertThat(e.remedy().orElseThrow()).contains("--wait");
            })
        .hasMessageContaining("course \"curso\" is locked by pid " + holder.pid())
        .hasMessageContaining("`creatoros sync`, since 20");
    holder.destroyForcibly();

    lanes.acquire(COURSE, Duration.ofMinutes(1)).close();
  }

  @Test
  void acquireShouldWaitForAnotherProcess() throws Exception {
    Process holder = start("lane");
    holder.getOutputStream().write('\n');
    holder.getOutputStream().flush();

    disk.workspace().lanes("creatoros pull").acquire(COURSE, Duration.ofMinutes(1)).close();
  }

  @Test
  void acquireShouldKeepOthersOutAfterAFailedAttemptInThisProcess() throws Exception {
    Lanes lanes = disk.workspace().lanes("creatoros sync");
    Lanes.Lane held = lanes.acquire(COURSE, Duration.ZERO);
    assertThatThrownBy(() -> lanes.acquire(COURSE, Duration.ZERO))
        .isInstanceOf(StorageLockedException.class);

    Process contender = launch("lane");

    assertThat(contender.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(contender.exitValue()).isNotZero();
    held.close();
  }

  @Test
  void turnToTryMirrorShouldBeAnotherProcesssUntilItIsKilled() throws Exception {
    Process prober = start("turn");
    BreakerMemory memory = disk.workspace().breakerMemory(SERVER);

    assertThat(memory.tryTurn()).isEmpty();
    assertThat(memory.tryTurn()).as("a refused try takes nothing").isEmpty();
    prober.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    BreakerMemory.Turn ours = memory.tryTurn().orElseThrow();

    Process contender = launch("turn");
    assertThat(contender.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(contender.exitValue()).isNotZero();
    ours.close();
  }

  @Test
  void scanShouldFindOldBytesOrNewWhenTheWriterWasKilled() throws Exception {
    for (int round = 0; round < 3; round++) {
      Process writer = start("write");
      writer.destroyForcibly().waitFor(1, TimeUnit.MINUTES);

      assertThat(disk.scan().manifest().entries())
          .containsOnlyKeys(new ArtifactPath("lessons/a.md"));
      assertThat(disk.scan().manifest().entries().get(new ArtifactPath("lessons/a.md")).hash())
          .isIn(hash(Other.content(0)), hash(Other.content(1)));
      try (CourseFolders.FolderBatch batch = disk.folders().write(COURSE)) {
        batch.delete(
            new ArtifactPath("lessons/a.md"),
            disk.scan().manifest().entries().get(new ArtifactPath("lessons/a.md")).hash());
      }
    }
  }

  private Process start(String what) throws IOException {
    Process process = launch(what);
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(out.readLine()).isEqualTo("ready");
    return process;
  }

  private Process launch(String what) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            what,
            disk.root().toString());
    Process process = new ProcessBuilder(command).start();
    other = Optional.of(process);
    return process;
  }
}
