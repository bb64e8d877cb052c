package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Course folders land in the database byte for byte, cost nothing when unchanged, and come back.
 */
abstract class WholeCoursesContract extends Scene {

  /** The folder of courses. */
  abstract Path source();

  /** The SHA-256 of every file below it, told by somebody else than the program. */
  abstract SortedMap<String, String> hashes() throws IOException;

  /** What the last line of a run says of them. */
  abstract String scope();

  @BeforeEach
  void copyCourses() throws IOException {
    ana.copy(source(), ROOT);
  }

  @Test
  void syncShouldStoreEveryFileAndVerifyShouldProveIt() throws IOException {
    Machine.Ran synced = sync(ana);
    Machine.Ran verified = ana.run("verify", ROOT, "--strict");

    assertThat(synced.code()).as(synced.out() + synced.err()).isZero();
    assertThat(synced.out()).endsWith("\nEQUAL: " + scope() + "\n");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("\nEQUAL: ");
    assertThat(mirror.files()).isEqualTo(hashes());
    assertThat(Tree.hashes(root(ana))).isEqualTo(hashes());
  }

  @Test
  void syncShouldTouchNoRowWhenItIsRepeated() {
    syncEqual(ana);
    Map<String, List<String>> before = mirror.rowVersions();

    Machine.Ran again = sync(ana, "--json");

    assertThat(again.code()).isZero();
    assertThat(Report.of(again).total("written")).isZero();
    assertThat(Report.of(again).total("bytesSent")).isZero();
    assertThat(mirror.rowVersions()).isEqualTo(before);
  }

  @Test
  void pullShouldWriteTheSameBytesAndNamesWhenTheFolderIsEmpty() throws IOException {
    syncEqual(ana);

    Machine.Ran pulled = bia.run("pull", "--all", "--to", ROOT);

    assertThat(pulled.code()).as(pulled.out() + pulled.err()).isZero();
    assertThat(Tree.hashes(root(bia))).isEqualTo(hashes());
    assertSettled(bia);
  }
}
