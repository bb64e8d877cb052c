package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.Samples;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyncWritesTest {

  private final Site site = new Site();

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

  @Test
  void syncShouldLeaveTheMirrorAloneAsLongAsItAsks() {
    site.write("a.md", "one");
    site.mirror.beforeNextCommit(
        () -> {
          throw new StorageUnavailableException(
              "DB_RATE_LIMITED",
              "too many requests",
              "",
              Optional.of(Duration.ofSeconds(7)),
              Optional.empty());
        });

    assertThat(site.syncCourse().isEqual()).isTrue();

    assertThat(site.leftAlone).containsExactly(Duration.ofSeconds(7));
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
