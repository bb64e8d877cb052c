package io.creatoros.core.pull;

import static io.creatoros.core.pull.PullFixture.COURSE;
import static io.creatoros.core.pull.PullFixture.outcomes;
import static io.creatoros.core.pull.PullFixture.path;
import static io.creatoros.testkit.Samples.bytes;
import static io.creatoros.testkit.Samples.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.Sha256;
import io.creatoros.testkit.MirrorWriter;
import io.creatoros.testkit.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PullerTest {

  private final PullFixture at = new PullFixture();

  @Test
  void pullShouldFillAnEmptyFolderAndLeaveNothingToSync() {
    at.remote("COURSE-BRIEF.md", "brief");
    at.remote("lessons/1.1-a.md", "a");

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled)).containsExactly("COURSE-BRIEF.md TAKEN", "lessons/1.1-a.md TAKEN");
    assertThat(pulled.isEqual()).isTrue();
    assertThat(pulled.bytes()).isEqualTo(6);
    assertThat(pulled.equal()).isEqualTo(2);
    assertThat(pulled.revision()).isEqualTo(2);
    assertThat(at.here("lessons/1.1-a.md")).isEqualTo("a");
    assertThat(at.next()).isEmpty();
    assertThat(at.bases.load(COURSE).orElseThrow().agreesWith(head())).isTrue();
  }

  @Test
  void pullShouldChangeNothingWhenItIsRepeated() {
    at.remote("a.md", "a");
    at.pull();
    var before = at.bases.load(COURSE);

    CoursePull again = at.pull();

    assertThat(again.paths()).isEmpty();
    assertThat(again.isEqual()).isTrue();
    assertThat(again.equal()).isOne();
    assertThat(at.bases.load(COURSE)).isEqualTo(before);
    assertThat(at.folders.kept()).isEmpty();
  }

  @Test
  void pullShouldRestoreNamesAndBytesWhenTheyAreOdd() {
    List<byte[]> contents = Samples.oddContents();
    for (int i = 0; i < Samples.ODD_NAMES.size(); i++) {
      at.writer.write(COURSE, Samples.ODD_NAMES.get(i), contents.get(i % contents.size()));
    }
    at.writer.write(COURSE, Samples.DECOMPOSED, text("decomposed"));
    byte[] large = bytes(3_500_000, 7);
    at.writer.write(COURSE, "large.bin", large);

    CoursePull pulled = at.pull();

    assertThat(pulled.with(Outcome.TAKEN)).hasSize(Samples.ODD_NAMES.size() + 2);
    for (int i = 0; i < Samples.ODD_NAMES.size(); i++) {
      assertThat(at.folders.read(COURSE, Samples.ODD_NAMES.get(i)))
          .contains(contents.get(i % contents.size()));
    }
    assertThat(at.here(Samples.DECOMPOSED)).isEqualTo("decomposed");
    assertThat(at.folders.read(COURSE, "large.bin")).contains(large);
    assertThat(at.next()).isEmpty();
  }

  @Test
  void pullShouldTakeNewerVersionAndKeepTheOldOneAside() {
    at.remote("a.md", "one");
    at.pull();
    at.remote("a.md", "two");

    CoursePull pulled = at.pull();

    assertThat(at.here("a.md")).isEqualTo("two");
    String kept = pulled.paths().get(path("a.md")).keptAt().orElseThrow();
    assertThat(at.folders.kept().get(kept)).isEqualTo(text("one"));
    assertThat(at.next()).isEmpty();
  }

  @Test
  void pullShouldKeepTheSpellingThatTheFolderHas() {
    at.remote(Samples.COMPOSED, "1");
    at.local(Samples.DECOMPOSED, "1");
    at.pull();
    at.remote(Samples.COMPOSED, "2");

    CoursePull pulled = at.pull();

    assertThat(pulled.isEqual()).isTrue();
    assertThat(at.here(Samples.DECOMPOSED)).isEqualTo("2");
    assertThat(at.here(Samples.COMPOSED)).isEqualTo("(absent)");
    assertThat(at.next()).isEmpty();
  }

  @Test
  void pullShouldKeepUnsyncedEditsAndNameThem() {
    at.remote("edited.md", "1");
    at.remote("deleted.md", "1");
    at.remote("newer.md", "1");
    at.pull();
    at.local("edited.md", "mine");
    at.folders.delete(COURSE, "deleted.md");
    at.local("new.md", "mine");
    at.remote("newer.md", "2");

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled))
        .containsExactly("deleted.md KEPT", "edited.md KEPT", "new.md KEPT", "newer.md TAKEN");
    assertThat(pulled.isEqual()).isFalse();
    assertThat(at.here("edited.md")).isEqualTo("mine");
    assertThat(at.here("deleted.md")).isEqualTo("(absent)");
    assertThat(at.here("new.md")).isEqualTo("mine");
    assertThat(at.next()).isEqualTo("deleted.md -, edited.md +, new.md +");
  }

  @Test
  void pullShouldLeaveConflictAndKeepTheMirrorsVersionBeside() {
    at.remote("both.md", "1");
    at.remote("gone-here.md", "1");
    at.remote("gone-there.md", "1");
    at.pull();
    at.local("both.md", "mine");
    at.folders.delete(COURSE, "gone-here.md");
    at.local("gone-there.md", "mine");
    at.remote("both.md", "theirs");
    at.remote("gone-here.md", "theirs");
    at.writer.delete(COURSE, "gone-there.md");

    CoursePull pulled = at.pull();

    assertThat(pulled.with(Outcome.CONFLICT)).hasSize(3);
    assertThat(at.here("both.md")).isEqualTo("mine");
    assertThat(at.here("gone-here.md")).isEqualTo("(absent)");
    assertThat(at.here("gone-there.md")).isEqualTo("mine");
    assertThat(keptFor(pulled, "both.md")).contains("theirs");
    assertThat(keptFor(pulled, "gone-here.md")).contains("theirs");
    assertThat(keptFor(pulled, "gone-there.md")).isEmpty();
    assertThat(at.next()).isEqualTo("both.md !, gone-here.md !, gone-there.md !");
  }

  @Test
  void pullShouldDeleteWhatWasDeletedInTheMirrorAndKeepItAside() {
    for (int i = 0; i < 5; i++) {
      at.remote(i + ".md", "file " + i);
    }
    at.pull();
    at.writer.delete(COURSE, "0.md");

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled)).containsExactly("0.md DELETED");
    assertThat(at.here("0.md")).isEqualTo("(absent)");
    assertThat(keptFor(pulled, "0.md")).contains("file 0");
    assertThat(at.next()).isEmpty();
    assertThat(at.bases.load(COURSE).orElseThrow().settled()).isTrue();
  }

  @Test
  void pullShouldWithholdDeletesWhenTheyAreTooMany() {
    at.remote("a.md", "a");
    at.remote("b.md", "b");
    at.pull();
    at.writer.delete(COURSE, "a.md");
    at.writer.delete(COURSE, "b.md");
    at.remote("c.md", "c");

    CoursePull guarded = at.pull();
    CoursePull allowed = at.pull(PullOptions.PLAIN.allowingDeletes(true));

    assertThat(outcomes(guarded)).containsExactly("a.md WITHHELD", "b.md WITHHELD", "c.md TAKEN");
    assertThat(guarded.guard().orElseThrow().code()).isEqualTo("DELETES_WHOLE_COURSE");
    assertThat(guarded.isEqual()).isFalse();
    assertThat(allowed.with(Outcome.DELETED)).hasSize(2);
    assertThat(allowed.guard()).isEmpty();
    assertThat(at.folders.kept()).hasSize(2);
  }

  @Test
  void pullShouldFinishMovesWhenOtherDeletesAreWithheld() {
    for (int i = 0; i < 20; i++) {
      at.remote(i + ".md", "file " + i);
    }
    at.pull();
    for (int i = 0; i < 12; i++) {
      at.writer.delete(COURSE, i + ".md");
    }
    at.remote("moved.md", "file 0");

    CoursePull pulled = at.pull();

    assertThat(pulled.guard().orElseThrow().code()).isEqualTo("DELETES_MANY");
    assertThat(pulled.with(Outcome.WITHHELD)).hasSize(11);
    assertThat(pulled.with(Outcome.DELETED))
        .extracting(PulledPath::path)
        .containsExactly(path("0.md"));
  }

  @Test
  void pullShouldTakeWholeCourseMovedIntoAFolderAsMoves() {
    for (int i = 0; i < 20; i++) {
      at.remote(i + ".md", "file " + i);
    }
    at.pull();
    for (int i = 0; i < 20; i++) {
      at.writer.delete(COURSE, i + ".md");
      at.remote("lessons/" + i + ".md", "file " + i);
    }

    CoursePull pulled = at.pull();

    assertThat(pulled.with(Outcome.TAKEN)).hasSize(20);
    assertThat(pulled.with(Outcome.DELETED)).hasSize(20);
    assertThat(pulled.guard()).isEmpty();
    assertThat(at.next()).isEmpty();
  }

  @Test
  void pullShouldDeleteNothingWhenScanWasIncomplete() {
    at.remote("a.md", "a");
    at.remote("b.md", "b");
    at.remote("copy.md", "a");
    at.pull();
    at.writer.delete(COURSE, "a.md");
    at.folders.makeUnlistable(COURSE, "private", "permission denied");

    CoursePull pulled = at.pull(PullOptions.PLAIN.allowingDeletes(true));

    assertThat(outcomes(pulled)).containsExactly("a.md WITHHELD");
    assertThat(pulled.guard().orElseThrow().code()).isEqualTo("SCAN_INCOMPLETE");
    assertThat(at.here("a.md")).isEqualTo("a");
  }

  @Test
  void pullShouldReplaceFileByFolderOfItsName() {
    at.remote("a", "file");
    at.remote("z.md", "z");
    at.pull();
    at.writer.delete(COURSE, "a");
    at.remote("a/b.md", "in the folder");

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled)).containsExactly("a DELETED", "a/b.md TAKEN");
    assertThat(at.here("a/b.md")).isEqualTo("in the folder");
    assertThat(at.next()).isEmpty();
  }

  @Test
  void pullShouldLeaveAloneWhatIsIgnoredLinkedOrUnreadableHere() {
    for (String name : List.of("a.md", "b.md", "c.md", "d.md")) {
      at.remote(name, "1");
    }
    at.pull();
    for (String name : List.of("a.md", "b.md", "c.md", "d.md")) {
      at.remote(name, "2");
    }
    at.folders.exclude(COURSE, "a.md", FolderScan.Reason.IGNORED_BY_FILE, "a.*");
    at.folders.exclude(COURSE, "b.md", FolderScan.Reason.LINK, "/elsewhere");
    at.folders.makeUnreadable(COURSE, "c.md", "permission denied");

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled))
        .containsExactly("a.md UNKNOWN", "b.md UNKNOWN", "c.md UNKNOWN", "d.md TAKEN");
    assertThat(pulled.paths().get(path("c.md")).reason()).isEqualTo("permission denied");
    assertThat(at.here("a.md")).isEqualTo("1");
    assertThat(at.here("c.md")).isEqualTo("1");
  }

  @Test
  void pullShouldNameUnstoredFilesAndNeverMakeThemOwedDeletes() {
    at.remote("a.md", "a");
    MirrorWriter.committed(
        at.mirror.commit(
            COURSE,
            1,
            MirrorWriter.ORIGIN,
            List.of(MirrorWriter.unstored("film.mov", text("film"), Optional.empty())),
            Optional.empty()));

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled)).containsExactly("a.md TAKEN", "film.mov UNAVAILABLE");
    assertThat(pulled.isEqual()).isFalse();
    assertThat(at.next()).isEqualTo("film.mov <");
    assertThat(at.bases.load(COURSE).orElseThrow().settled()).isFalse();
  }

  @Test
  void pullShouldTakeEditsThatWereMadeByHandInTheMirror() {
    at.remote("a.md", "a");
    at.pull();
    at.mirror.editBoth(COURSE, path("a.md"), text("by hand"));

    CoursePull pulled = at.pull();

    assertThat(outcomes(pulled)).containsExactly("a.md TAKEN");
    assertThat(at.here("a.md")).isEqualTo("by hand");
    assertThat(at.next()).isEmpty();
    assertThat(at.bases.load(COURSE).orElseThrow().agreesWith(head())).isTrue();
  }

  @Test
  void pullShouldSayThatTheMirrorWasRestored() {
    at.remote("a.md", "1");
    at.pull();
    Sha256 one = Sha256.of(text("1"));
    var backup = at.mirror.database().backup();
    at.remote("a.md", "2");
    at.pull();
    at.mirror.database().restore(backup);

    CoursePull pulled = at.pull();

    assertThat(pulled.restored()).isTrue();
    assertThat(outcomes(pulled)).containsExactly("a.md CONFLICT");
    assertThat(at.here("a.md")).isEqualTo("2");
    assertThat(at.folders.kept().values()).anyMatch(kept -> Sha256.of(kept).equals(one));
  }

  @Test
  void pullShouldSayThatTheMirrorWasRestoredWhenItTookSomethingToo() {
    at.remote("a.md", "1");
    at.pull();
    var backup = at.mirror.database().backup();
    at.remote("b.md", "2");
    at.pull();
    at.mirror.database().restore(backup);
    at.folders.delete(COURSE, "a.md");

    CoursePull pulled = at.pull();

    assertThat(pulled.restored()).isTrue();
    assertThat(outcomes(pulled)).containsExactly("a.md TAKEN", "b.md KEPT");
    assertThat(at.next()).isEqualTo("b.md +");
  }

  private CourseHead head() {
    return at.mirror.heads(List.of(COURSE)).get(COURSE);
  }

  private Optional<String> keptFor(CoursePull pulled, String name) {
    return pulled
        .paths()
        .get(path(name))
        .keptAt()
        .map(kept -> new String(at.folders.kept().get(kept), UTF_8));
  }
}
