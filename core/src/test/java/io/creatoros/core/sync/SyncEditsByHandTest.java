package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.Sha256;
import org.junit.jupiter.api.Test;

class SyncEditsByHandTest {

  private final Site site = new Site();

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
  void oursShouldRestoreDamagedBytesWhenHashesAreRecomputed() {
    site.writeMany(3).sync();
    site.database.damageBytes(COURSE, path, "damaged".getBytes());

    CourseReport report = site.syncCourse(Site.ours("1.md").recomputing());

    assertThat(report.isEqual()).isTrue();
    assertThat(site.stored()).containsEntry("1.md", "lesson 1");
    assertThat(site.kept()).containsExactly("damaged");
  }

  @Test
  void theirsShouldTakeDamagedBytesWhenHashesAreRecomputed() {
    site.writeMany(3).sync();
    site.database.damageBytes(COURSE, path, "damaged".getBytes());

    CourseReport report = site.syncCourse(Site.theirs("1.md").recomputing());

    assertThat(report.isEqual()).isTrue();
    assertThat(site.local("1.md")).isEqualTo("damaged");
    assertThat(site.kept()).containsExactly("lesson 1");
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
  void aWrongRecordedSizeShouldBeMended() {
    site.writeMany(3).sync();
    site.database.editSize(COURSE, path, 99);

    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(site.database.manifest(COURSE, Evidence.RECORDED).entries().get(path).size())
        .isEqualTo("lesson 1".length());
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
