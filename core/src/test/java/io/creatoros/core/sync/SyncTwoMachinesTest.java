package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncTwoMachinesTest {

  private final Site site = new Site();
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
  void syncShouldAskWhenAnotherMachineBringsTheCourseFirst() {
    site.write("a.md", "here");
    desktop.write("a.md", "there");
    site.mirror.beforeNextCommit(desktop::sync);

    CourseReport report = site.syncCourse();

    assertThat(report.firstContact()).map(CourseReport.FirstContact::origin).contains("desktop");
    assertThat(site.stored()).isEqualTo(Map.of("a.md", "there"));
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

  @Test
  void theirsShouldTakeWhatIsThereNowWhenTheOtherMachineWritesMeanwhile() {
    bothEdit("a.md");
    site.mirror.beforeNext("open", () -> desktop.write("a.md", "newer").sync());

    CourseReport report = site.syncCourse(Site.theirs("a.md"));

    assertThat(report.isEqual()).isTrue();
    assertThat(report.taken()).isEqualTo(1);
    assertThat(site.local("a.md")).isEqualTo("newer");
    assertThat(site.kept()).containsExactly("from the laptop");
  }

  @Test
  void theirsShouldTakeTheDeleteWhenTheOtherMachineDeletesMeanwhile() {
    site.writeMany(3).sync();
    desktop.writeMany(3).sync();
    bothEdit("a.md");
    site.mirror.beforeNext("open", () -> desktop.delete("a.md").sync());

    CourseReport report = site.syncCourse(Site.theirs("a.md"));

    assertThat(report.isEqual()).isTrue();
    assertThat(site.local("a.md")).isEqualTo("(absent)");
    assertThat(site.kept()).containsExactly("from the laptop");
  }

  @Test
  void theirsShouldTakeAnEditByHandThatIsMadeMeanwhile() {
    bothEdit("a.md");
    site.mirror.beforeNext(
        "open", () -> site.database.editBytes(COURSE, new ArtifactPath("a.md"), "edit".getBytes()));

    CourseReport report = site.syncCourse(Site.theirs("a.md"));

    assertThat(report.isEqual()).isTrue();
    assertThat(site.local("a.md")).isEqualTo("edit");
  }

  @Test
  void theirsShouldCountEachFileOnceWhenTheOtherMachineWritesBetweenTwo() {
    bothEdit("a.md");
    bothEdit("b.md");
    site.mirror.beforeNext("open", () -> {});
    site.mirror.beforeNext("open", () -> desktop.write("b.md", "newer").sync());

    CourseReport report = site.syncCourse(Site.theirs("a.md", "b.md"));

    assertThat(report.isEqual()).isTrue();
    assertThat(report.taken()).isEqualTo(2);
    assertThat(site.local("b.md")).isEqualTo("newer");
  }

  @Test
  void theirsShouldFailWhenTheBytesAreDamagedAndNothingMoved() {
    bothEdit("a.md");
    site.database.damageBytes(COURSE, new ArtifactPath("a.md"), "damaged".getBytes());
    site.mirror.forgetCalls();

    CourseReport report = site.syncCourse(Site.theirs("a.md"));

    assertThat(report.failure()).map(StorageException::code).contains("CONTENT_MISMATCH");
    assertThat(report.taken()).isZero();
    assertThat(site.mirror.calls("read")).isEqualTo(1);
    assertThat(site.local("a.md")).isEqualTo("from the laptop");
    assertThat(site.kept()).isEmpty();
  }

  @Test
  void theirsShouldTellOfDamageWhenTheCourseMovesToo() {
    bothEdit("a.md");
    site.database.damageBytes(COURSE, new ArtifactPath("a.md"), "damaged".getBytes());
    writeBeforeEachOpen("moving.md");

    CourseReport report = site.syncCourse(Site.theirs("a.md"));

    assertThat(report.failure()).map(StorageException::code).contains("CONTENT_MISMATCH");
    assertThat(site.local("a.md")).isEqualTo("from the laptop");
  }

  @Test
  void theirsShouldWriteNothingWhenTheFileKeepsMoving() {
    bothEdit("a.md");
    writeBeforeEachOpen("a.md");

    CourseReport report = site.syncCourse(Site.theirs("a.md"));

    assertThat(open(report)).containsExactly("! a.md");
    assertThat(report.failure()).map(StorageException::code).contains("CONTENT_MISMATCH");
    assertThat(site.local("a.md")).isEqualTo("from the laptop");
    assertThat(site.syncCourse(Site.theirs("a.md")).isEqual()).isTrue();
    assertThat(site.local("a.md")).isEqualTo("version 10");
  }

  @Test
  void oursShouldWinWhenTheOtherMachineDeletesMeanwhile() {
    site.writeMany(3).sync();
    desktop.writeMany(3).sync();
    bothEdit("a.md");
    site.mirror.beforeNext("open", () -> {});
    site.mirror.beforeNext("open", () -> desktop.delete("a.md").sync());

    CourseReport report = site.syncCourse(Site.ours("a.md"));

    assertThat(report.isEqual()).isTrue();
    assertThat(site.stored()).containsEntry("a.md", "from the laptop");
  }

  private void writeBeforeEachOpen(String path) {
    for (int n = 1; n <= 10; n++) {
      String version = "version " + n;
      site.mirror.beforeNext("open", () -> desktop.write(path, version).sync());
    }
  }

  private void bothEdit(String path) {
    site.write(path, "one").sync();
    desktop.write(path, "one").sync();
    desktop.write(path, "from the desktop").sync();
    site.write(path, "from the laptop");
  }
}
