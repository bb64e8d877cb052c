package io.creatoros.core.sync;

import static io.creatoros.core.sync.TwoLessons.FIRST;
import static io.creatoros.core.sync.TwoLessons.SECOND;
import static io.creatoros.core.sync.TwoLessons.sameCourseElsewhere;
import static io.creatoros.testkit.SampleRows.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.RefusedRow;
import org.junit.jupiter.api.Test;

/** A row that the schema refuses is named until it is taken; the others are written. */
class SyncRowsRefusedTest {

  private final Site site = TwoLessons.site();

  @Test
  void refusedRowShouldBeNamedEachTimeAndGoneWhenTheSchemaTakesIt() {
    site.database.database().refuse(lesson(FIRST));

    CourseReport first = site.syncCourse();
    site.mirror.forgetCalls();
    CourseReport quiet = site.syncCourse();

    assertThat(first.refused()).extracting(RefusedRow::key).containsExactly(lesson(FIRST));
    assertThat(first.isEqual()).isFalse();
    assertThat(site.stored()).containsKey(FIRST);
    assertThat(site.rows()).containsKey(lesson(SECOND)).doesNotContainKey(lesson(FIRST));
    assertThat(quiet.refused()).isEqualTo(first.refused());
    assertThat(site.mirror.calls()).containsExactly("heads", "courses", "rows");

    site.database.database().acceptAll();
    CourseReport taken = site.syncCourse(SyncOptions.PLAIN.recomputing());

    assertThat(taken.refused()).isEmpty();
    assertThat(taken.isEqual()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
  }

  @Test
  void refusedRowShouldBeNamedWhenNothingIsToBeWrittenThoughTheMirrorMovedOn() {
    site.sync();
    Site desktop = sameCourseElsewhere(site);
    site.database.database().refuse(lesson(FIRST));
    desktop.write(SECOND, "# O solo, de novo\n").write(FIRST, "# Outra horta\n").sync();

    CourseReport report = site.syncCourse();

    assertThat(Site.open(report)).containsExactlyInAnyOrder("< " + FIRST, "< " + SECOND);
    assertThat(report.refused()).extracting(RefusedRow::key).containsExactly(lesson(FIRST));
  }
}
