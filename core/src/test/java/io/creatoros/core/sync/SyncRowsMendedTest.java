package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static io.creatoros.core.sync.TwoLessons.FIRST;
import static io.creatoros.core.sync.TwoLessons.SECOND;
import static io.creatoros.core.sync.TwoLessons.assertQuiet;
import static io.creatoros.core.sync.TwoLessons.path;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.projection.Projector;
import io.creatoros.core.storage.CorruptRecordException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and facts that somebody edited, or that cannot be read, are named and mended. */
class SyncRowsMendedTest {

  private final Site site = TwoLessons.site();

  @Test
  void editedRowShouldBeNamedByADryRunAndHealedBySync() {
    site.sync();
    site.database.editTyped(COURSE, lesson(FIRST), "title", "Edited by hand");
    Map<RowKey, TypedRow> edited = site.rows();

    CourseReport dry = site.syncCourse(SyncOptions.DRY_RUN);

    assertThat(dry.edits()).extracting(edit -> edit.path().orElse("")).containsExactly(FIRST);
    assertThat(dry.rowsOwed()).contains("somebody edited them");
    assertThat(site.rows()).isEqualTo(edited);

    CourseReport healed = site.syncCourse();

    assertThat(healed.edits()).hasSize(1);
    assertThat(healed.projected()).isTrue();
    assertThat(healed.isEqual()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.revision()).isEqualTo(1);
    assertQuiet(site);
  }

  @Test
  void editedRowShouldBeHealedTogetherWithAChange() {
    site.sync();
    site.database.editTyped(COURSE, lesson(FIRST), "content_markdown", "Edited by hand");

    site.write(SECOND, "# O solo, de novo\n").sync();

    assertThat(site.rows()).isEqualTo(site.projected());
    assertQuiet(site);
  }

  @Test
  void factsShouldNotBeTrustedAfterAnEditByHand() {
    site.sync();
    Map<ArtifactPath, StoredFacts> facts = site.database.facts(COURSE);
    site.projectAs(Projector.VERSION);
    site.database.deleteTyped(COURSE, METADATA);

    site.sync();

    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.database.facts(COURSE)).isEqualTo(facts);
  }

  @Test
  void fullSyncShouldMendRowsAndFactsThatNobodyIsKnownToHaveEdited() {
    site.sync();
    Map<ArtifactPath, StoredFacts> facts = site.database.facts(COURSE);
    site.projectAs(Projector.VERSION);
    assertThat(site.syncCourse().projected()).isFalse();

    CourseReport report = site.syncCourse(SyncOptions.PLAIN.recomputing());

    assertThat(report.projected()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.database.facts(COURSE)).isEqualTo(facts);
    assertThat(site.syncCourse(SyncOptions.PLAIN.recomputing()).projected()).isFalse();
  }

  @Test
  void fullSyncShouldMendFactsWhenRowsAreRight() {
    site.sync();
    Map<ArtifactPath, StoredFacts> facts = site.database.facts(COURSE);
    site.spoilFacts();
    assertThat(site.rows()).isEqualTo(site.projected());

    site.syncCourse(SyncOptions.PLAIN.recomputing());

    assertThat(site.database.facts(COURSE)).isEqualTo(facts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows", "facts"})
  void fullSyncShouldMendWhatCannotBeRead(String unreadable) {
    site.sync();
    site.mirror.beforeNext(
        unreadable,
        () -> {
          throw new CorruptRecordException("DB_ROW_UNREADABLE", "no row of ours", "");
        });

    CourseReport report = site.syncCourse(SyncOptions.PLAIN.recomputing());

    assertThat(report.failure()).isEmpty();
    assertThat(report.projected()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
  }

  @Test
  void syncShouldWriteNothingTwiceWhileAnEditOfAFileIsUndecided() {
    site.sync();
    site.database.editBoth(COURSE, path("sources/notes.txt"), "by hand".getBytes());
    assertThat(open(site.syncCourse())).containsExactly("< sources/notes.txt");
    site.mirror.forgetCalls();

    CourseReport again = site.syncCourse();

    assertThat(open(again)).containsExactly("< sources/notes.txt");
    assertThat(site.mirror.calls("commit")).isZero();
  }
}
