package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.projection.Projector;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.Samples;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed rows are written with the files, by the facts of all files that the mirror then holds. */
class SyncRowsTest {

  private static final String FIRST = "lessons/1.1-horta.md";
  private static final String SECOND = "lessons/1.2-solo.md";

  private final Site site = new Site();

  @BeforeEach
  void courseOfTwoLessons() {
    site.write("curriculum.yaml", "title: Horta\n")
        .write(FIRST, "# A horta\n\nOlá.\n")
        .write(SECOND, "# O solo\n")
        .write("sources/notes.txt", "not read");
  }

  @Test
  void syncShouldWriteRowsWithTheFilesAndAskForNothingMore() {
    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected()).containsKeys(METADATA, lesson(FIRST));
    assertThat(site.head().projection()).isEqualTo(Projector.VERSION);
    assertThat(site.database.facts(COURSE))
        .containsOnlyKeys(path("curriculum.yaml"), path(FIRST), path(SECOND));
    assertThat(site.mirror.calls()).containsExactly("heads", "courses", "upload", "commit");
    assertThat(site.understood()).containsExactly("curriculum.yaml", FIRST, SECOND);
  }

  @Test
  void syncShouldChangeOneRowWhenOneLessonChanges() {
    site.sync();
    Map<RowKey, TypedRow> before = site.rows();
    site.understood();

    site.write(FIRST, "# A horta\n\nOlá outra vez.\n").syncCourse();

    assertThat(changed(before, site.rows())).containsExactly(lesson(FIRST));
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.understood()).as("facts of the others are kept").containsExactly(FIRST);
  }

  @Test
  void syncShouldRemoveTheRowOfADeletedLesson() {
    site.sync();

    site.delete(SECOND).sync();

    assertThat(site.rows()).isEqualTo(site.projected()).doesNotContainKey(lesson(SECOND));
    assertThat(site.database.facts(COURSE)).doesNotContainKey(path(SECOND));
  }

  @Test
  void syncShouldCountTheFilesOfBothWhenTwoMachinesWriteAtOnce() {
    site.sync();
    Site desktop = sameCourseElsewhere();
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
    Site desktop = sameCourseElsewhere();
    desktop.write(SECOND, "# O solo, de novo\n").sync();

    CourseReport report = site.write(FIRST, "# A horta, de novo\n").syncCourse();

    assertThat(open(report)).containsExactly("< " + SECOND);
    desktop.write(FIRST, "# A horta, de novo\n");
    assertThat(site.rows()).isEqualTo(desktop.projected());
  }

  @Test
  void syncShouldReadFromTheMirrorWhatTheFolderDoesNotHold() {
    site.sync();
    Site desktop = sameCourseElsewhere();
    desktop.write(SECOND, "# O solo, de novo\n").sync();
    site.projectAs(Projector.VERSION - 1);
    site.mirror.forgetCalls();

    CourseReport report = site.syncCourse();

    assertThat(open(report)).containsExactly("< " + SECOND);
    assertThat(report.projected()).isTrue();
    assertThat(site.rows()).isEqualTo(desktop.projected());
    assertThat(site.mirror.calls("open")).isEqualTo(1);
  }

  @Test
  void syncShouldWriteRowsWhenARunBrokeOffBetweenUploadAndCommit() {
    for (int tries = 1; tries <= 2; tries++) {
      site.mirror.beforeNextCommit(
          () -> {
            throw new StorageUnavailableException("DB_UNREACHABLE", "cut", "");
          });
    }
    assertThat(site.syncCourse().failure()).isPresent();
    assertThat(site.rows()).isEmpty();

    CourseReport report = site.syncCourse();

    assertThat(report.bytesSent()).isZero();
    assertThat(site.rows()).isEqualTo(site.projected()).isNotEmpty();
  }

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
    assertQuiet();
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

    assertQuiet();
  }

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
    assertQuiet();
  }

  @Test
  void editedRowShouldBeHealedTogetherWithAChange() {
    site.sync();
    site.database.editTyped(COURSE, lesson(FIRST), "content_markdown", "Edited by hand");

    site.write(SECOND, "# O solo, de novo\n").sync();

    assertThat(site.rows()).isEqualTo(site.projected());
    assertQuiet();
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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void syncShouldWriteNoRowsOfACourseThatTheMirrorDoesNotHold(boolean full) {
    CourseId unread = new CourseId("unread");
    site.sync();
    site.mirror.forgetCalls();
    site.write(unread, FIRST, "# A horta\n");
    site.folders.makeUnreadable(unread, FIRST, "permission denied");

    SyncReport report = site.sync(full ? SyncOptions.PLAIN.recomputing() : SyncOptions.PLAIN);

    assertThat(Site.of(report, unread).projected()).isFalse();
    assertThat(site.mirror.calls("commit")).isZero();
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

  @Test
  void fullSyncShouldWriteRowsWithAChangeThatTheyDoNotSpeakOf() {
    site.write("foto.jpg", "before").sync();

    site.write("foto.jpg", "after").sync(SyncOptions.PLAIN.recomputing());

    assertThat(site.head().projection()).isEqualTo(Projector.VERSION);
    assertThat(site.rows()).isEqualTo(site.projected());
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
  void fullSyncShouldMendFactsWhenRowsAreRight() {
    site.sync();
    Map<ArtifactPath, StoredFacts> facts = site.database.facts(COURSE);
    site.spoilFacts();
    assertThat(site.rows()).isEqualTo(site.projected());

    site.syncCourse(SyncOptions.PLAIN.recomputing());

    assertThat(site.database.facts(COURSE)).isEqualTo(facts);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rowShouldNameNoTextThatTheMirrorHoldsDamagedOrNotAtAll(boolean damaged) {
    site.sync();
    Site desktop = sameCourseElsewhere();
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
  void syncShouldWriteNothingTwiceWhileAnEditOfAFileIsUndecided() {
    site.sync();
    site.database.editBoth(COURSE, path("sources/notes.txt"), "by hand".getBytes());
    assertThat(open(site.syncCourse())).containsExactly("< sources/notes.txt");
    site.mirror.forgetCalls();

    CourseReport again = site.syncCourse();

    assertThat(open(again)).containsExactly("< sources/notes.txt");
    assertThat(site.mirror.calls("commit")).isZero();
  }

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
    Site desktop = sameCourseElsewhere();
    site.database.database().refuse(lesson(FIRST));
    desktop.write(SECOND, "# O solo, de novo\n").write(FIRST, "# Outra horta\n").sync();

    CourseReport report = site.syncCourse();

    assertThat(Site.open(report)).containsExactlyInAnyOrder("< " + FIRST, "< " + SECOND);
    assertThat(report.refused()).extracting(RefusedRow::key).containsExactly(lesson(FIRST));
  }

  @Test
  void rowsShouldNotBeOwedWhenASecondTryWroteThem() {
    site.sync();
    Site desktop = sameCourseElsewhere();
    site.write(FIRST, "# Seen\n");
    site.mirror.beforeNext("facts", () -> site.write(FIRST, "# Edited meanwhile\n"));
    site.mirror.beforeNextCommit(() -> desktop.write("lessons/1.3-agua.md", "# A água\n").sync());

    CourseReport report = site.syncCourse();

    assertThat(report.rowsOwed()).isEmpty();
    assertThat(site.head().projection()).isEqualTo(Projector.VERSION);
  }

  @Test
  void syncShouldWriteBytesOnlyWhenToldToAndRowsLater() {
    site.settings = SyncSettings::bytesOnly;
    assertThat(site.syncCourse().isEqual()).isTrue();
    assertThat(site.rows()).isEmpty();
    assertThat(site.understood()).isEmpty();
    assertQuiet();

    site.settings = settings -> settings;
    CourseReport report = site.syncCourse();

    assertThat(report.projected()).isTrue();
    assertThat(report.bytesSent()).isZero();
    assertThat(site.rows()).isEqualTo(site.projected());
  }

  @Test
  void syncShouldNotReadFilesThatAreTooLongOrNotStored() {
    Site large = new Site(6L << 20);
    String long1 = "lessons/1.1-long.md";
    String unstored = "lessons/1.2-unstored.md";
    large.folders.write(COURSE, long1, Samples.bytes(Readers.LONGEST + 1, 1));
    large.folders.write(COURSE, unstored, Samples.bytes(7 << 20, 2));

    CourseReport report = large.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(report.unstored()).isEqualTo(1);
    assertThat(large.understood()).isEmpty();
    assertThat(large.rows()).isEqualTo(large.projected());
    assertThat(large.rows().get(lesson(long1)).texts()).isEmpty();
    assertThat(large.rows().get(METADATA).values().get("findings"))
        .contains("TEXT_TOO_LONG", long1, unstored);
  }

  @Test
  void syncShouldStoreABytewiseOddLessonWithAReadableText() {
    byte[] latin1 = {'#', ' ', 'a', (byte) 0xe7, (byte) 0xe3, 'o', 0, '\n'};
    site.folders.write(COURSE, "lessons/1.3-odd.md", latin1);

    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.rows().get(lesson("lessons/1.3-odd.md")).texts())
        .containsKey("content_markdown");
  }

  private void assertQuiet() {
    site.mirror.forgetCalls();
    assertThat(site.syncCourse().isEqual()).isTrue();
    assertThat(site.mirror.calls()).containsExactly("heads", "courses");
  }

  /** Another machine that has the same files and knows the mirror. */
  private Site sameCourseElsewhere() {
    Site desktop = site.another();
    site.stored().forEach(desktop::write);
    desktop.sync(SyncOptions.PLAIN.joining());
    return desktop;
  }

  private static Set<RowKey> changed(Map<RowKey, TypedRow> before, Map<RowKey, TypedRow> after) {
    Set<RowKey> changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(key -> before.containsKey(key) && before.get(key).equals(after.get(key)));
    return changed;
  }

  private static ArtifactPath path(String path) {
    return new ArtifactPath(path);
  }
}
