package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.RemoteFile;
import org.junit.jupiter.api.Test;

class SyncDeletesTest {

  private final Site site = new Site();

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
  void syncShouldDeleteNothingWhenAllFilesWereReplacedByANewOne() {
    site.writeMany(3).sync();
    site.folders.empty(COURSE);
    site.write("new.md", "new");

    CourseReport report = site.syncCourse();

    assertThat(report.guard()).map(DeleteGuard.Stop::code).contains("DELETES_WHOLE_COURSE");
    assertThat(site.stored()).hasSize(4);
  }

  @Test
  void syncShouldDeleteTheFewThatAreGoneWhenAllOthersWereEdited() {
    site.writeMany(5).sync();
    site.delete("1.md").delete("2.md");
    for (int i = 3; i <= 5; i++) {
      site.write(i + ".md", "edited " + i);
    }

    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(report.deleted()).isEqualTo(2);
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
