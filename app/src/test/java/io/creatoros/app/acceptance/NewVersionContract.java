package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A course in an earlier and a later version, of which the later one has four files more: what
 * differs is written, and nothing else.
 */
abstract class NewVersionContract extends Scene {

  private static final String COURSE = "course";

  private SortedMap<String, String> earlierHashes = new TreeMap<>();
  private SortedMap<String, String> laterHashes = new TreeMap<>();

  /** Writes the earlier version into a folder of a machine. */
  abstract void writeEarlier(Machine machine, String folder) throws IOException;

  /** Writes the later version into an empty folder of a machine. */
  abstract void writeLater(Machine machine, String folder) throws IOException;

  @BeforeEach
  void synchroniseTheEarlierVersion() throws IOException {
    writeEarlier(bia, "earlier");
    writeLater(bia, "later");
    earlierHashes = Tree.hashes(bia.folder().resolve("earlier"));
    laterHashes = Tree.hashes(bia.folder().resolve("later"));
    writeEarlier(ana, ROOT + "/" + COURSE);
    syncEqual(ana);
  }

  @Test
  void syncShouldWriteExactlyWhatDiffersWhenANewVersionReplacesTheOld() throws IOException {
    Tree.empty(folder());
    writeLater(ana, ROOT + "/" + COURSE);

    Report report = syncReport();

    assertThat(mirror.writtenBy(2, COURSE)).containsExactlyInAnyOrderElementsOf(differing());
    assertThat(report.total("written")).isEqualTo(differing().size());
    assertThat(report.total("deleted")).isZero();
    assertThat(mirror.files()).hasSameSizeAs(laterHashes);
    assertSettled(ana);
  }

  @Test
  void syncShouldDeleteFourAndSendNoBytesWhenTheOldVersionReturns() throws IOException {
    Tree.empty(folder());
    writeLater(ana, ROOT + "/" + COURSE);
    syncEqual(ana);
    Tree.empty(folder());
    writeEarlier(ana, ROOT + "/" + COURSE);

    Report report = syncReport();

    assertThat(report.total("deleted")).isEqualTo(4);
    assertThat(report.total("written")).isEqualTo(differing().size() - 4);
    assertThat(report.total("bytesSent")).isZero();
    assertThat(mirror.query("select path from creatoros.files where sha256 is null order by 1"))
        .containsExactlyElementsOf(onlyLater());
    assertSettled(ana);
  }

  private Report syncReport() {
    Machine.Ran ran = sync(ana, "--json");
    assertThat(ran.code()).as(ran.out()).isZero();
    return Report.of(ran);
  }

  private TreeSet<String> differing() {
    TreeSet<String> differing = new TreeSet<>(laterHashes.keySet());
    differing.removeIf(path -> laterHashes.get(path).equals(earlierHashes.get(path)));
    return differing;
  }

  private List<String> onlyLater() {
    return laterHashes.keySet().stream().filter(path -> !earlierHashes.containsKey(path)).toList();
  }

  private Path folder() {
    return root(ana).resolve(COURSE);
  }
}
