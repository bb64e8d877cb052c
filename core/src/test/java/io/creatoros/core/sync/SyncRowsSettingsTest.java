package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.TwoLessons.FIRST;
import static io.creatoros.core.sync.TwoLessons.assertQuiet;
import static io.creatoros.testkit.SampleRows.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out when only bytes are to be written, or nothing is to be searched. */
class SyncRowsSettingsTest {

  private final Site site = TwoLessons.site();

  @Test
  void syncShouldWriteBytesOnlyWhenToldToAndRowsLater() {
    site.settings = SyncSettings::bytesOnly;
    assertThat(site.syncCourse().isEqual()).isTrue();
    assertThat(site.rows()).isEmpty();
    assertThat(site.understood()).isEmpty();
    assertQuiet(site);

    site.settings = settings -> settings;
    CourseReport report = site.syncCourse();

    assertThat(report.projected()).isTrue();
    assertThat(report.bytesSent()).isZero();
    assertThat(site.rows()).isEqualTo(site.projected());
  }

  @Test
  void dryRunShouldOweNoRowsWhenOnlyBytesAreWritten() {
    site.sync();
    site.database.editTyped(COURSE, lesson(FIRST), "title", "edited by hand");
    site.settings = SyncSettings::bytesOnly;

    assertThat(site.syncCourse(SyncOptions.DRY_RUN).rowsOwed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void syncShouldEnterLessonsIntoTheIndexUnlessToldNotTo(boolean searchable) {
    site.settings = settings -> searchable ? settings : settings.unsearchable();

    site.sync();

    assertThat(site.mirror.projected()).map(Projection::searchable).contains(searchable);
  }

  @Test
  void fullSyncShouldEnterLessonsIntoTheIndexWhenTheyWereLeftOut() {
    site.settings = SyncSettings::unsearchable;
    site.sync();
    assertThat(site.mirror.rows(Site.COURSE).unindexed()).isPositive();
    site.settings = settings -> settings;

    site.sync(SyncOptions.PLAIN.recomputing());

    assertThat(site.mirror.rows(Site.COURSE).unindexed()).isZero();
  }
}
