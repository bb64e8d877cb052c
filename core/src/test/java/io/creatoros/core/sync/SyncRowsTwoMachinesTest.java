package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static io.creatoros.core.sync.TwoLessons.FIRST;
import static io.creatoros.core.sync.TwoLessons.SECOND;
import static io.creatoros.core.sync.TwoLessons.path;
import static io.creatoros.core.sync.TwoLessons.sameCourseElsewhere;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.projection.Projector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed rows tell of the files of both when two machines write one course. */
class SyncRowsTwoMachinesTest {

  private final Site site = TwoLessons.site();

  @Test
  void syncShouldCountTheFilesOfBothWhenTwoMachinesWriteAtOnce() {
    site.sync();
    Site desktop = sameCourseElsewhere(site);
    site.write("lessons/1.3-agua.md", "# A água\n");
    desktop.write("lessons/1.4-luz.md", "# A luz\n");
    site.mirror.beforeNextCommit(desktop::sync);

    site.sync();

    site.write("lessons/1.4-luz.md", "# A luz\n");
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.rows().get(METADATA).values()).containsEntry("total_lessons", "4");
    assertThat(site.database.facts(COURSE)).hasSize(5);
  }

  @Test
  void syncShouldProjectRemoteFilesAsTheMirrorHasThem() {
    site.sync();
    Site desktop = sameCourseElsewhere(site);
    desktop.write(SECOND, "# O solo, de novo\n").sync();

    CourseReport report = site.write(FIRST, "# A horta, de novo\n").syncCourse();

    assertThat(open(report)).containsExactly("< " + SECOND);
    desktop.write(FIRST, "# A horta, de novo\n");
    assertThat(site.rows()).isEqualTo(desktop.projected());
  }

  @Test
  void syncShouldReadFromTheMirrorWhatTheFolderDoesNotHold() {
    site.sync();
    Site desktop = sameCourseElsewhere(site);
    desktop.write(SECOND, "# O solo, de novo\n").sync();
    site.projectAs(Projector.VERSION - 1);
    site.mirror.forgetCalls();

    CourseReport report = site.syncCourse();

    assertThat(open(report)).containsExactly("< " + SECOND);
    assertThat(report.projected()).isTrue();
    assertThat(site.rows()).isEqualTo(desktop.projected());
    assertThat(site.mirror.calls("open")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rowShouldNameNoTextThatTheMirrorHoldsDamagedOrNotAtAll(boolean damaged) {
    site.sync();
    Site desktop = sameCourseElsewhere(site);
    desktop.write(SECOND, "# O solo, de novo\n").sync();
    if (damaged) {
      site.database.editBytes(COURSE, path(SECOND), "# damaged".getBytes());
    } else {
      site.database.deleteBytes(COURSE, path(SECOND));
    }

    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isFalse();
    assertThat(site.rows().get(lesson(SECOND)).texts()).isEmpty();
    assertThat(site.rows().get(lesson(FIRST))).isEqualTo(site.projected().get(lesson(FIRST)));
  }

  @Test
  void rowsShouldNotBeOwedWhenASecondTryWroteThem() {
    site.sync();
    Site desktop = sameCourseElsewhere(site);
    site.write(FIRST, "# Seen\n");
    site.mirror.beforeNext("facts", () -> site.write(FIRST, "# Edited meanwhile\n"));
    site.mirror.beforeNextCommit(() -> desktop.write("lessons/1.3-agua.md", "# A água\n").sync());

    CourseReport report = site.syncCourse();

    assertThat(report.rowsOwed()).isEmpty();
    assertThat(site.head().projection()).isEqualTo(Projector.VERSION);
  }
}
