package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody edits the mirror's rows past the program. */
class EditedByHandTest extends Scene {

  private static final String PATH = "lessons/1.1-beans.md";
  private static final String FILE = "courses/coffee/" + PATH;
  private static final String NAMED = "coffee/" + PATH;
  private static final String OURS = "beans\n";
  private static final String EDITED = "edited in the database\n";
  private static final String NO_SUCH_CONTENT = "a".repeat(64);

  @BeforeEach
  void synchronise() throws IOException {
    writeCoffeeCourse();
    syncEqual(ana);
  }

  @Test
  void oursShouldKeepTheMirrorsVersionWhenBytesWereEdited() throws IOException {
    mirror.editBytes("coffee", PATH, EDITED);

    assertVerifyNames("! " + NAMED);
    assertThat(sync(ana).out())
        .contains("edited by hand in the mirror: UPDATE contents", hash(OURS));
    assertSyncNamesAndLeaves("<", hash(OURS));
    assertThat(decide("--ours").code()).isZero();

    assertThat(Tree.holds(root(ana).resolve(".creatoros"), EDITED)).isTrue();
    assertThat(ana.read(FILE)).isEqualTo(OURS);
    assertSettled(ana);
  }

  @Test
  void theirsShouldTakeEditedBytesAndMendTheirRecord() throws IOException {
    mirror.editBytes("coffee", PATH, EDITED);

    assertThat(decide("--theirs").code()).isZero();

    assertThat(ana.read(FILE)).isEqualTo(EDITED);
    assertThat(mirror.files()).containsEntry(NAMED, hash(EDITED));
    assertThat(Tree.holds(root(ana).resolve(".creatoros"), OURS)).isTrue();
    assertSettled(ana);
  }

  @Test
  void syncShouldMendBytesThatWereDeleted() {
    mirror.deleteBytes("coffee", PATH);

    assertVerifyNames("! " + NAMED);
    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("edited by hand in the mirror: DELETE contents", hash(OURS));
    assertSettled(ana);
  }

  @Test
  void syncShouldFindEditsWithoutATraceOnlyWhenItRecomputes() {
    mirror.execute("alter table creatoros.contents disable trigger user");
    mirror.editBytes("coffee", PATH, EDITED);

    assertThat(sync(ana).code()).isZero();
    assertVerifyNames("! " + NAMED);
    Machine.Ran full = sync(ana, "--full");

    assertThat(full.code()).isEqualTo(10);
    assertThat(full.out()).contains("\n< " + NAMED, " sync --full --ours " + NAMED + ",");
    assertThat(sync(ana, "--full", "--ours", FILE).code()).isZero();
    assertSettled(ana);
  }

  @Test
  void syncShouldOverwriteNothingWhenTheRecordedHashWasEdited() throws IOException {
    mirror.editHash("coffee", PATH, NO_SUCH_CONTENT);

    assertVerifyNames("! " + NAMED);
    assertSyncNamesAndLeaves("<", NO_SUCH_CONTENT);
    assertThat(decide("--ours").code()).isZero();

    assertThat(mirror.files()).containsEntry(NAMED, hash(OURS));
    assertSettled(ana);
  }

  @Test
  void oursShouldFinishWhenTheRecordedHashWasEditedWithoutATrace() throws IOException {
    mirror.execute("alter table creatoros.files disable trigger user");
    mirror.editHash("coffee", PATH, NO_SUCH_CONTENT);
    ana.write("courses/coffee/lessons/1.3-brew.md", "brew\n");

    assertThat(sync(ana).code()).isEqualTo(10);
    assertThat(decide("--ours").code()).isZero();

    assertSettled(ana);
  }

  @Test
  void theirsShouldLeaveTheFileWhenTheMirrorHasNoBytesForIt() throws IOException {
    mirror.editHash("coffee", PATH, NO_SUCH_CONTENT);

    Machine.Ran ran = decide("--theirs");

    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.out()).contains(PATH, "sync --ours " + NAMED);
    assertThat(ana.read(FILE)).isEqualTo(OURS);
  }

  @Test
  void oursShouldKeepTheMirrorsVersionWhenAFileWasEditedConsistently() throws IOException {
    mirror.editConsistently("coffee", PATH, EDITED);

    assertVerifyNames("! " + NAMED);
    assertSyncNamesAndLeaves("<", hash(EDITED));
    Machine.Ran decided = decide("--ours");

    assertThat(decided.code()).isZero();
    assertThat(decided.out()).contains("kept ");
    assertThat(Tree.holds(root(ana).resolve(".creatoros"), EDITED)).isTrue();
    assertThat(mirror.files()).containsEntry(NAMED, hash(OURS));
    assertSettled(ana);
  }

  @Test
  void theirsShouldKeepTheFolderVersionWhenAFileWasEditedConsistently() throws IOException {
    mirror.editConsistently("coffee", PATH, EDITED);

    Machine.Ran decided = decide("--theirs");

    assertThat(decided.code()).isZero();
    assertThat(ana.read(FILE)).isEqualTo(EDITED);
    assertThat(decided.out()).contains("kept ");
    assertThat(Tree.holds(root(ana).resolve(".creatoros"), OURS)).isTrue();
    assertSettled(ana);
  }

  @Test
  void syncShouldConflictWhenTheFileWasEditedHereToo() throws IOException {
    mirror.editConsistently("coffee", PATH, EDITED);
    ana.write(FILE, "edited here\n");

    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).isEqualTo(15);
    assertThat(ran.out()).contains("! " + NAMED);
    assertThat(mirror.files()).containsEntry(NAMED, hash(EDITED));
    assertThat(ana.read(FILE)).isEqualTo("edited here\n");
  }

  @Test
  void syncShouldStoreAgainAFileWhoseRowWasDeleted() throws IOException {
    mirror.deleteRow("coffee", PATH);

    assertVerifyNames("! " + NAMED);
    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("edited by hand in the mirror: DELETE files " + PATH);
    assertThat(mirror.files()).containsEntry(NAMED, hash(OURS));
    assertThat(ana.read(FILE)).isEqualTo(OURS);
    assertSettled(ana);
  }

  @Test
  void syncShouldWriteOtherFilesWhileOneIsDisputed() throws IOException {
    mirror.editConsistently("coffee", PATH, EDITED);
    ana.write("courses/coffee/lessons/1.3-brew.md", "brew\n");

    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).isEqualTo(10);
    assertThat(mirror.files()).containsKey("coffee/lessons/1.3-brew.md");
    assertThat(mirror.files()).containsEntry(NAMED, hash(EDITED));
  }

  private void assertVerifyNames(String line) {
    Machine.Ran ran = ana.run("verify", ROOT);
    assertThat(ran.code()).isEqualTo(10);
    assertThat(ran.out()).contains("\n" + line, "\nDIFFERENT: ");
  }

  /** Twice, for the second run must not take the silence of the first for consent. */
  private void assertSyncNamesAndLeaves(String symbol, String hash) throws IOException {
    for (int run = 0; run < 2; run++) {
      Machine.Ran ran = sync(ana);
      assertThat(ran.code()).isEqualTo(10);
      assertThat(ran.out()).contains("\n" + symbol + " " + NAMED, "next: ");
      assertThat(mirror.files().getOrDefault(NAMED, "")).isEqualTo(hash);
      assertThat(ana.read(FILE)).isEqualTo(OURS);
    }
    assertThat(Report.of(ana.run("status", "--json", ROOT)).open())
        .isEqualTo(Map.of(NAMED, symbol));
  }

  private Machine.Ran decide(String side) {
    return ana.run("sync", ROOT, side, FILE);
  }

  private static String hash(String text) {
    return Tree.sha256(text);
  }
}
