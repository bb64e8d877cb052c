package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.storage.StorageUnavailableException;
import org.junit.jupiter.api.Test;

class SyncLostAndRestoredTest {

  private final Site site = new Site();

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
  void aLostAnswerShouldNotBeAConflictAfterALossOfPower() {
    site.write("a.md", "one").sync();
    site.bases.saveDurably(COURSE, site.bases.load(COURSE).orElseThrow());
    site.write("a.md", "two");
    site.mirror.loseNextAnswer();
    site.onPause = () -> site.mirror.setDown(true);
    site.sync();
    site.mirror.setDown(false);
    site.bases.losePower();

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
  void anAnswerStillUnderWayShouldBeRememberedByRunsThatCannotReadTheFile() {
    site.write("a.md", "one").write("b.md", "b").sync();
    site.write("a.md", "two");
    Runnable late = site.commitAgainLater("a.md", "two");
    site.mirror.beforeNext("upload", () -> site.mirror.setDown(true));
    assertThat(site.syncCourse().failure()).isPresent();
    site.mirror.setDown(false);
    site.folders.makeUnreadable(COURSE, "a.md", "permission denied");
    assertThat(open(site.syncCourse())).containsExactly("? a.md");
    late.run();
    site.folders.makeReadable(COURSE);

    CourseReport report = site.write("a.md", "two, edited").syncCourse();

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
