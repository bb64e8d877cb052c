package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static io.creatoros.core.sync.TwoLessons.FIRST;
import static io.creatoros.core.sync.TwoLessons.SECOND;
import static io.creatoros.core.sync.TwoLessons.assertQuiet;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.projection.Projector;
import org.junit.jupiter.api.Test;

/** Rows of an earlier version are projected anew, and those of a newer one are left alone. */
class SyncRowsVersionTest {

  private final Site site = TwoLessons.site();

  @Test
  void syncShouldProjectAnewWithoutSendingBytesWhenRowsAreOfAnEarlierVersion() {
    site.sync();
    site.projectAs(Projector.VERSION - 1);
    site.mirror.forgetCalls();
    site.understood();

    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(report.projected()).isTrue();
    assertThat(report.written()).isZero();
    assertThat(site.mirror.calls("upload")).isZero();
    assertThat(site.understood()).containsExactly("curriculum.yaml", FIRST, SECOND);
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.revision()).isEqualTo(1);
    assertQuiet(site);
  }

  @Test
  void dryRunShouldNameRowsOfAnEarlierVersionAndWriteNothing() {
    site.sync();
    site.projectAs(Projector.VERSION - 1);

    CourseReport report = site.syncCourse(SyncOptions.DRY_RUN);

    assertThat(report.rowsOwed()).contains("they may not fit the files");
    assertThat(report.isEqual()).isFalse();
    assertThat(site.head().projection()).isEqualTo(Projector.VERSION - 1);
  }

  @Test
  void syncShouldProjectAnewWhenTheCourseWasRenamed() {
    site.sync();
    CourseId renamed = new CourseId("jardim");
    site.database.move(COURSE, renamed);
    site.bases.rename(COURSE, renamed);
    site.folders.rename(COURSE, renamed);
    site.mirror.forgetCalls();

    CourseReport report = Site.of(site.sync(), renamed);

    assertThat(report.projected()).isTrue();
    assertThat(site.mirror.calls("upload")).isZero();
    assertThat(site.database.rows(renamed).version()).isEqualTo(Projector.VERSION);
  }

  @Test
  void fullSyncShouldWriteRowsAnewWhenOnlyTheirVersionIsWrong() {
    site.sync();
    site.settings = SyncSettings::bytesOnly;
    site.write("foto.jpg", "new").sync();
    assertThat(site.head().projection()).isZero();
    site.settings = settings -> settings;

    site.sync(SyncOptions.PLAIN.recomputing());

    assertThat(site.head().projection()).isEqualTo(Projector.VERSION);
  }

  @Test
  void syncShouldWriteNothingAndSayUpgradeWhenRowsAreOfANewerVersion() {
    site.sync();
    site.projectAs(Projector.VERSION + 1);
    CourseId other = new CourseId("zebra");
    site.write(FIRST, "# Changed\n").write(other, "lessons/1.1-z.md", "# Z\n");
    site.mirror.forgetCalls();

    SyncReport report = site.sync();

    CourseReport course = Site.of(report);
    assertThat(course.failure().orElseThrow().code()).isEqualTo("PROJECTION_NEWER");
    assertThat(open(course)).containsExactly("+ " + FIRST);
    assertThat(site.revision()).isEqualTo(1);
    assertThat(site.head().projection()).isEqualTo(Projector.VERSION + 1);
    assertThat(Site.of(report, other).isEqual()).isTrue();
    assertThat(site.mirror.calls("upload")).as("of the other course").isEqualTo(1);
    assertThat(site.syncCourse(SyncOptions.DRY_RUN).failure()).isPresent();
  }

  @Test
  void syncShouldBeQuietWhenRowsAreOfANewerVersionAndNothingIsToBeWritten() {
    site.sync();
    site.projectAs(Projector.VERSION + 1);

    assertQuiet(site);
  }
}
