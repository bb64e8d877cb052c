package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.Samples;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SynchronizerTest {

  private final Site site = new Site();

  @Nested
  class Writes {

    @Test
    void syncShouldStoreEveryFileWhenTheMirrorIsEmpty() {
      site.write("a.md", "one").write("lessons/1.1-b.md", "two").write("empty.md", "");

      CourseReport report = site.syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(report.written()).isEqualTo(3);
      assertThat(site.stored())
          .isEqualTo(Map.of("a.md", "one", "lessons/1.1-b.md", "two", "empty.md", ""));
    }

    @Test
    void syncShouldWriteNothingAndReadOnlyHeadsWhenRepeated() {
      site.write("a.md", "one").sync();
      site.mirror.forgetCalls();

      SyncReport again = site.sync();

      assertThat(again.isEqual()).isTrue();
      assertThat(site.mirror.calls()).containsExactly("heads", "courses");
      assertThat(site.revision()).isEqualTo(1);
    }

    @Test
    void syncShouldWriteOnlyWhatChanged() {
      site.write("a.md", "one").write("b.md", "two").sync();

      CourseReport report = site.write("b.md", "changed").syncCourse();

      assertThat(report.written()).isEqualTo(1);
      assertThat(report.bytesSent()).isEqualTo("changed".length());
      assertThat(site.stored()).isEqualTo(Map.of("a.md", "one", "b.md", "changed"));
    }

    @Test
    void syncShouldAskForNothingWhenTheMirrorHasNeverSeenTheCourse() {
      site.write("a.md", "one").sync();

      assertThat(site.mirror.calls()).containsExactly("heads", "courses", "upload", "commit");
    }

    @Test
    void syncShouldSendOnlyWhatIsMissingWhenAFirstRunBrokeOff() {
      site.write("a.md", "one");
      cutNextCommit();
      cutNextCommit();
      assertThat(site.syncCourse().failure()).isPresent();

      CourseReport report = site.write("b.md", "two").syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(report.bytesSent()).isEqualTo("two".length());
    }

    private void cutNextCommit() {
      site.mirror.beforeNextCommit(
          () -> {
            throw new StorageUnavailableException("DB_UNREACHABLE", "cut", "");
          });
    }

    @Test
    void syncShouldSendNoBytesWhenAFileIsRenamed() {
      site.write("a.md", "one").write("b.md", "two").sync();

      CourseReport report = site.delete("a.md").write("c.md", "one").syncCourse();

      assertThat(report.bytesSent()).isZero();
      assertThat(report.isEqual()).isTrue();
      assertThat(site.revision()).isEqualTo(2);
      assertThat(site.stored()).isEqualTo(Map.of("b.md", "two", "c.md", "one"));
    }

    @Test
    void syncShouldRecordAFileOverTheLimitWithoutItsBytes() {
      site.write("big.bin", "x".repeat((int) Site.SIZE_LIMIT + 1));

      CourseReport report = site.syncCourse();

      assertThat(report.unstored()).isEqualTo(1);
      assertThat(report.bytesSent()).isZero();
      assertThat(site.stored()).isEqualTo(Map.of("big.bin", "(not stored)"));
      assertThat(site.syncCourse().isEqual()).isTrue();
    }

    @Test
    void syncShouldStoreContentsOfManyBatches() {
      Site large = new Site(50L << 20);
      for (int i = 1; i <= 3; i++) {
        large.folders.write(COURSE, i + ".bin", Samples.bytes(5 << 20, i));
      }

      CourseReport report = large.syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(report.bytesSent()).isEqualTo(15L << 20);
      assertThat(large.syncCourse(SyncOptions.PLAIN.recomputing()).isEqual()).isTrue();
    }

    @Test
    void syncShouldRetryWhenABatchUnderWayIsLost() {
      Site large = new Site(50L << 20);
      large.folders.write(COURSE, "a.bin", Samples.bytes(10 << 20, 1));
      large.mirror.failCall(3);

      assertThat(large.syncCourse().isEqual()).isTrue();
      assertThat(large.syncCourse(SyncOptions.PLAIN.recomputing()).isEqual()).isTrue();
    }

    @Test
    void syncShouldNameAnUnreadableFileAndStoreTheOthers() {
      site.write("a.md", "one").write("b.md", "two");
      site.folders.makeUnreadable(COURSE, "a.md", "permission denied");

      CourseReport report = site.syncCourse();

      assertThat(open(report)).containsExactly("? a.md");
      assertThat(site.stored()).isEqualTo(Map.of("b.md", "two"));
    }

    @Test
    void syncShouldNameAFileThatChangesBetweenHashingAndSending() {
      site.write("a.md", "one").write("b.md", "two").sync();
      site.write("a.md", "seen").write("b.md", "changed");
      site.mirror.beforeNext("missing", () -> site.write("a.md", "edited meanwhile"));

      CourseReport report = site.syncCourse();

      assertThat(open(report)).containsExactly("? a.md");
      assertThat(site.stored()).isEqualTo(Map.of("a.md", "one", "b.md", "changed"));
      assertThat(site.syncCourse().isEqual()).isTrue();
      assertThat(site.stored()).containsEntry("a.md", "edited meanwhile");
    }

    @Test
    void syncShouldWriteNothingAnywhereWhenDry() {
      site.write("a.md", "one");

      CourseReport report = site.syncCourse(SyncOptions.DRY_RUN);

      assertThat(open(report)).containsExactly("+ a.md");
      assertThat(site.database.courses()).isEmpty();
      assertThat(site.bases.courses()).isEmpty();
    }
  }

  @Nested
  class Deletes {

    @Test
    void syncShouldLeaveATombstoneWhenAFileIsDeleted() {
      site.writeMany(5).sync();

      CourseReport report = site.delete("3.md").syncCourse();

      assertThat(report.deleted()).isEqualTo(1);
      assertThat(report.isEqual()).isTrue();
      assertThat(site.database.read(COURSE, Evidence.RECORDED).files())
          .hasEntrySatisfying(
              new ArtifactPath("3.md"),
              file -> assertThat(file).isInstanceOf(RemoteFile.Tombstone.class));
    }

    @Test
    void syncShouldWriteButNotDeleteWhenManyFilesAreGone() {
      site.writeMany(20).sync();
      for (int i = 1; i <= 11; i++) {
        site.delete(i + ".md");
      }
      site.write("new.md", "new");

      CourseReport report = site.syncCourse();

      assertThat(report.guard()).map(DeleteGuard.Stop::code).contains("DELETES_MANY");
      assertThat(site.stored()).hasSize(21).containsKey("new.md");
      assertThat(site.syncCourse(SyncOptions.PLAIN.allowingDeletes()).isEqual()).isTrue();
      assertThat(site.stored()).hasSize(10);
    }

    @Test
    void syncShouldDeleteNothingWhenTheFolderWasEmptied() {
      site.writeMany(3).write(new CourseId("other"), "x.md", "x").sync();
      site.folders.empty(COURSE);

      CourseReport report = site.syncCourse();

      assertThat(report.guard()).map(DeleteGuard.Stop::code).contains("DELETES_WHOLE_COURSE");
      assertThat(site.stored()).hasSize(3);
    }

    @Test
    void syncShouldDeleteNothingWhenTheFolderVanished() {
      site.writeMany(3).write(new CourseId("other"), "x.md", "x").sync();
      site.folders.vanish(COURSE);

      CourseReport report = site.syncCourse();

      assertThat(report.guard()).map(DeleteGuard.Stop::code).contains("DELETES_WHOLE_COURSE");
      assertThat(site.stored()).hasSize(3);
    }

    @Test
    void syncShouldDeleteNothingEvenIfAllowedWhenTheRootIsEmpty() {
      site.writeMany(3).sync();
      site.folders.vanish(COURSE);

      CourseReport report = site.syncCourse(SyncOptions.PLAIN.allowingDeletes());

      assertThat(report.guard()).map(DeleteGuard.Stop::code).contains("ROOT_EMPTY");
      assertThat(site.stored()).hasSize(3);
    }

    @Test
    void syncShouldDeleteNothingWhenPartOfTheFolderCannotBeListed() {
      site.writeMany(30).write("lessons/a.md", "a").sync();
      site.delete("1.md");
      site.delete("lessons/a.md");
      site.folders.makeUnlistable(COURSE, "lessons", "permission denied");

      CourseReport report = site.syncCourse(SyncOptions.PLAIN.allowingDeletes());

      assertThat(report.guard()).map(DeleteGuard.Stop::code).contains("SCAN_INCOMPLETE");
      assertThat(open(report)).containsExactlyInAnyOrder("- 1.md", "? lessons/a.md");
      assertThat(site.stored()).hasSize(31);
    }

    @Test
    void syncShouldNotDeleteAPathThatIsIgnoredNow() {
      site.writeMany(3).sync();
      site.folders.exclude(COURSE, "3.md", FolderScan.Reason.IGNORED_BY_FILE, "3.md");

      CourseReport report = site.syncCourse();

      assertThat(open(report)).containsExactly("? 3.md");
      assertThat(site.stored()).hasSize(3);
      assertThat(site.syncCourse(Site.ours("3.md")).isEqual()).isTrue();
      assertThat(site.stored()).hasSize(2);
      assertThat(site.local("3.md")).isEqualTo("lesson 3");
    }

    @Test
    void syncShouldNotCountFilesThatMovedToAnotherCourse() {
      CourseId other = new CourseId("other");
      site.writeMany(20).write(other, "x.md", "x").sync();
      for (int i = 1; i <= 15; i++) {
        site.delete(i + ".md").write(other, i + ".md", "lesson " + i);
      }

      SyncReport report = site.sync();

      assertThat(report.isEqual()).isTrue();
      assertThat(site.stored()).hasSize(5);
      assertThat(site.stored(other)).hasSize(16);
    }

    @Test
    void syncShouldKeepAMovedFileUntilItHasArrivedInTheOtherCourse() {
      CourseId other = new CourseId("other");
      site.writeMany(5).write(other, "x.md", "x").sync();
      site.delete("1.md").write(other, "1.md", "lesson 1");
      site.folders.makeUnreadable(other, "x.md", "broken");
      Site desktop = site.another();
      desktop.write(other, "1.md", "something else");
      desktop.sync(SyncOptions.PLAIN.joining());

      SyncReport report = site.sync();

      assertThat(open(Site.of(report, other))).contains("! 1.md");
      assertThat(open(Site.of(report))).containsExactly("- 1.md");
      assertThat(site.stored()).hasSize(5);
    }

    @Test
    void syncShouldTouchNeitherCourseWhenAFolderWasRenamed() {
      CourseId renamed = new CourseId("horta-em-casa");
      site.writeMany(5).sync();
      site.folders.rename(COURSE, renamed);
      site.write(renamed, "new.md", "new");

      SyncReport report = site.sync();

      assertThat(Site.of(report).guard()).map(DeleteGuard.Stop::code).contains("COURSE_RENAMED");
      assertThat(Site.of(report, renamed).guard())
          .map(DeleteGuard.Stop::next)
          .hasValueSatisfying(next -> assertThat(next).contains("courses move"));
      assertThat(site.stored()).hasSize(5);
      assertThat(site.stored(renamed)).isEmpty();
    }

    @Test
    void syncShouldGoOnWithTheHistoryWhenTheCourseWasMovedToo() {
      CourseId renamed = new CourseId("horta-em-casa");
      site.writeMany(5).sync();
      site.folders.rename(COURSE, renamed);
      site.database.move(COURSE, renamed);
      site.bases.rename(COURSE, renamed);

      SyncReport report = site.sync();

      assertThat(report.isEqual()).isTrue();
      assertThat(report.courses())
          .singleElement()
          .satisfies(one -> assertThat(one.written()).isZero());
    }
  }

  @Nested
  class TwoMachines {

    private final Site desktop = site.another();

    @Test
    void syncShouldNameCoursesThatOnlyTheMirrorHoldsWithoutTakingThemForDifferent() {
      site.write("a.md", "one").sync();
      desktop.write(new CourseId("other"), "x.md", "x");

      SyncReport report = desktop.sync();

      assertThat(report.isEqual()).isTrue();
      assertThat(report.elsewhere()).containsExactly(COURSE);
    }

    @Test
    void syncShouldWriteNothingAtFirstContact() {
      site.write("a.md", "one").sync();
      desktop.write("a.md", "one").write("b.md", "two");

      CourseReport report = desktop.syncCourse();

      assertThat(report.firstContact()).contains(new CourseReport.FirstContact("laptop", 1, 2, 1));
      assertThat(site.stored()).isEqualTo(Map.of("a.md", "one"));
      assertThat(desktop.bases.courses()).isEmpty();
    }

    @Test
    void syncShouldAdoptAnEqualCopyWithoutAsking() {
      site.write("a.md", "one").sync();
      desktop.write("a.md", "one");

      assertThat(desktop.syncCourse().isEqual()).isTrue();
      assertThat(site.revision()).isEqualTo(1);
    }

    @Test
    void syncShouldCombineBothSidesWhenJoining() {
      site.write("a.md", "one").write("c.md", "here").sync();
      desktop.write("b.md", "two").write("c.md", "there");

      CourseReport report = desktop.syncCourse(SyncOptions.PLAIN.joining());

      assertThat(open(report)).containsExactlyInAnyOrder("< a.md", "! c.md");
      assertThat(site.stored()).isEqualTo(Map.of("a.md", "one", "b.md", "two", "c.md", "here"));
    }

    @Test
    void syncShouldNameWhatTheOtherMachineWrote() {
      site.write("a.md", "one").write("b.md", "two").sync();
      desktop.write("a.md", "one").write("b.md", "two").sync();
      desktop.write("a.md", "from the desktop").sync();

      CourseReport report = site.write("b.md", "from the laptop").syncCourse();

      assertThat(open(report)).containsExactly("< a.md");
      assertThat(site.stored())
          .isEqualTo(Map.of("a.md", "from the desktop", "b.md", "from the laptop"));
    }

    @Test
    void syncShouldOverwriteNeitherSideOfAConflict() {
      bothEdit("a.md");

      CourseReport report = site.syncCourse();

      assertThat(open(report)).containsExactly("! a.md");
      assertThat(site.local("a.md")).isEqualTo("from the laptop");
      assertThat(site.stored()).containsEntry("a.md", "from the desktop");
    }

    @Test
    void oursShouldWinAndKeepTheOther() {
      bothEdit("a.md");

      CourseReport report = site.syncCourse(Site.ours("a.md"));

      assertThat(report.isEqual()).isTrue();
      assertThat(site.stored()).containsEntry("a.md", "from the laptop");
      assertThat(site.kept()).containsExactly("from the desktop");
      assertThat(report.kept()).hasSize(1);
    }

    @Test
    void theirsShouldWinAndKeepTheOther() {
      bothEdit("a.md");

      CourseReport report = site.syncCourse(Site.theirs("a.md"));

      assertThat(report.isEqual()).isTrue();
      assertThat(report.taken()).isEqualTo(1);
      assertThat(site.local("a.md")).isEqualTo("from the desktop");
      assertThat(site.kept()).containsExactly("from the laptop");
    }

    @Test
    void anEditAgainstADeleteShouldBeAConflict() {
      site.writeMany(5).sync();
      desktop.writeMany(5).sync();
      desktop.delete("1.md").sync();

      CourseReport report = site.write("1.md", "edited").syncCourse();

      assertThat(open(report)).containsExactly("! 1.md");
      assertThat(site.syncCourse(Site.theirs("1.md")).isEqual()).isTrue();
      assertThat(site.local("1.md")).isEqualTo("(absent)");
      assertThat(site.kept()).containsExactly("edited");
    }

    @Test
    void syncShouldReadAgainWhenTheCourseMovesUnderIt() {
      site.write("a.md", "one").write("b.md", "two").sync();
      desktop.write("a.md", "one").write("b.md", "two").sync();
      desktop.write("b.md", "from the desktop");
      site.mirror.beforeNextCommit(desktop::sync);

      CourseReport report = site.write("a.md", "from the laptop").syncCourse();

      assertThat(open(report)).containsExactly("< b.md");
      assertThat(site.stored())
          .isEqualTo(Map.of("a.md", "from the laptop", "b.md", "from the desktop"));
    }

    @Test
    void syncShouldOweTheWriteWhenTheCourseKeepsMoving() {
      site.write("a.md", "one").sync();
      desktop.write("a.md", "one").sync();
      for (int n = 1; n <= 10; n++) {
        String version = "version " + n;
        site.mirror.beforeNextCommit(() -> desktop.write("moving.md", version).sync());
      }

      CourseReport report = site.write("b.md", "from the laptop").syncCourse();

      assertThat(report.open().get(new ArtifactPath("b.md")).reason()).contains("kept moving");
      assertThat(site.stored()).doesNotContainKey("b.md");
      assertThat(open(site.syncCourse())).containsExactly("< moving.md");
      assertThat(site.stored()).containsKey("b.md");
    }

    private void bothEdit(String path) {
      site.write(path, "one").sync();
      desktop.write(path, "one").sync();
      desktop.write(path, "from the desktop").sync();
      site.write(path, "from the laptop");
    }
  }

  @Nested
  class LostAndRestored {

    @Test
    void aLostAnswerShouldNotBeAConflictWithOneself() {
      site.write("a.md", "one").sync();
      site.mirror.loseNextAnswer();

      CourseReport report = site.write("a.md", "two").syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(site.revision()).isEqualTo(2);
    }

    @Test
    void aLostAnswerShouldNotBeAConflictAfterAnotherEdit() {
      site.write("a.md", "one").sync();
      site.write("a.md", "two");
      site.mirror.loseNextAnswer();
      site.onPause = () -> site.mirror.setDown(true);
      assertThat(site.syncCourse().failure()).isPresent();
      site.mirror.setDown(false);

      CourseReport report = site.write("a.md", "three").syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(site.stored()).containsEntry("a.md", "three");
    }

    @Test
    void anAnswerStillUnderWayShouldNotBecomeAConflictWithOneself() {
      site.write("a.md", "one").sync();
      site.write("a.md", "two");
      Runnable[] late = new Runnable[1];
      site.mirror.beforeNextCommit(
          () -> {
            late[0] = site.commitAgainLater("a.md", "two");
            throw new StorageUnavailableException("DB_UNREACHABLE", "cut", "");
          });
      site.onPause = () -> site.write("a.md", "two, edited");
      site.mirror.beforeNextCommit(() -> late[0].run());

      CourseReport report = site.syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(site.stored()).containsEntry("a.md", "two, edited");
    }

    @Test
    void oneTransientFailureShouldBeRetried() {
      site.write("a.md", "one");
      site.mirror.failCall(3);

      assertThat(site.syncCourse().isEqual()).isTrue();
    }

    @Test
    void aMirrorThatStaysDownShouldBeReportedAndNothingLost() {
      site.write("a.md", "one").sync();
      site.write("a.md", "two");
      site.mirror.beforeNext("upload", () -> site.mirror.setDown(true));

      CourseReport report = site.syncCourse();

      assertThat(report.failure()).hasValueSatisfying(e -> assertThat(e.isTransient()).isTrue());
      site.mirror.setDown(false);
      assertThat(site.syncCourse().isEqual()).isTrue();
      assertThat(site.stored()).containsEntry("a.md", "two");
    }

    @Test
    void aLostIndexShouldBeRebuiltWithoutWriting() {
      site.writeMany(3).sync();
      site.bases.lose();

      CourseReport report = site.syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(site.revision()).isEqualTo(1);
    }

    @Test
    void anEditAfterTheIndexWasLostShouldBeNamedAndNothingWritten() {
      site.writeMany(3).sync();
      site.bases.lose();

      CourseReport report = site.write("1.md", "edited").syncCourse();

      assertThat(report.firstContact()).isPresent();
      assertThat(open(report)).containsExactly("! 1.md");
      assertThat(site.stored()).containsEntry("1.md", "lesson 1");
    }

    @Test
    void aRestoredMirrorShouldBeSaidSoAndNeverDeleteHere() {
      site.writeMany(3).sync();
      var backup = site.database.database().backup();
      site.write("4.md", "later").write("1.md", "edited later").delete("2.md").sync();
      site.database.database().restore(backup);

      CourseReport report = site.syncCourse();

      assertThat(report.restored()).isTrue();
      assertThat(open(report)).containsExactlyInAnyOrder("! 1.md", "< 2.md");
      assertThat(site.stored()).containsKey("4.md");
      assertThat(open(site.syncCourse())).containsExactlyInAnyOrder("! 1.md", "< 2.md");
    }

    @Test
    void anEmptiedMirrorShouldBeFilledAgain() {
      site.writeMany(3).sync();
      site.database.database().truncate();

      CourseReport report = site.syncCourse();

      assertThat(report.restored()).isTrue();
      assertThat(report.isEqual()).isTrue();
      assertThat(site.stored()).hasSize(3);
      assertThat(site.syncCourse().written()).isZero();
    }
  }

  @Nested
  class EditsByHand {

    private final ArtifactPath path = new ArtifactPath("1.md");

    @Test
    void editedBytesShouldBeNamedAndNotOverwritten() {
      site.writeMany(3).sync();
      site.database.editBytes(COURSE, path, "edited by hand".getBytes());

      CourseReport report = site.syncCourse();

      assertThat(open(report)).containsExactly("< 1.md");
      assertThat(report.edits()).hasSize(1);
      assertThat(site.stored()).containsEntry("1.md", "edited by hand");
      assertThat(open(site.syncCourse())).containsExactly("< 1.md");
    }

    @Test
    void oursShouldRestoreEditedBytesAndKeepTheEdit() {
      site.writeMany(3).sync();
      site.database.editBytes(COURSE, path, "edited by hand".getBytes());

      CourseReport report = site.syncCourse(Site.ours("1.md"));

      assertThat(report.isEqual()).isTrue();
      assertThat(site.stored()).containsEntry("1.md", "lesson 1");
      assertThat(site.kept()).containsExactly("edited by hand");
      assertThat(site.syncCourse(SyncOptions.PLAIN.recomputing()).isEqual()).isTrue();
    }

    @Test
    void theirsShouldTakeEditedBytesAndMendTheRecord() {
      site.writeMany(3).sync();
      site.database.editBytes(COURSE, path, "edited by hand".getBytes());

      CourseReport report = site.syncCourse(Site.theirs("1.md"));

      assertThat(report.isEqual()).isTrue();
      assertThat(site.local("1.md")).isEqualTo("edited by hand");
      assertThat(site.database.manifest(COURSE, Evidence.RECOMPUTED).entries().get(path))
          .satisfies(entry -> assertThat(entry.damaged()).isFalse());
    }

    @Test
    void anEditedHashShouldBeNamedAndMendedByOurs() {
      site.writeMany(3).sync();
      site.database.editHash(COURSE, path, Sha256.of("elsewhere".getBytes()));

      assertThat(open(site.syncCourse())).containsExactly("< 1.md");
      assertThat(site.syncCourse(Site.ours("1.md")).isEqual()).isTrue();
      assertThat(site.stored()).containsEntry("1.md", "lesson 1");
    }

    @Test
    void deletedBytesShouldBeSentAgain() {
      site.writeMany(3).sync();
      site.database.deleteBytes(COURSE, path);

      CourseReport report = site.syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(site.stored()).containsEntry("1.md", "lesson 1");
      assertThat(site.syncCourse().written()).isZero();
    }

    @Test
    void aDeletedRowShouldBeWrittenAgain() {
      site.writeMany(3).sync();
      site.database.deleteRow(COURSE, path);

      CourseReport report = site.syncCourse();

      assertThat(report.isEqual()).isTrue();
      assertThat(site.stored()).hasSize(3);
    }
  }

  @Test
  void oneFailingCourseShouldNotStopTheOthers() {
    CourseId other = new CourseId("zebra");
    site.write("a.md", "one").write(other, "z.md", "z");
    site.mirror.beforeNext(
        "upload",
        () -> {
          throw new StorageRejectedException("DB_REJECTED", "no", "");
        });

    SyncReport report = site.sync();

    assertThat(Site.of(report).failure()).map(StorageException::code).isPresent();
    assertThat(Site.of(report, other).isEqual()).isTrue();
    assertThat(Set.copyOf(site.database.courses())).containsExactly(other);
  }
}
