package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.TwoLessons.FIRST;
import static io.creatoros.core.sync.TwoLessons.SECOND;
import static io.creatoros.core.sync.TwoLessons.path;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.projection.Projector;
import io.creatoros.core.projection.Readers;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.Samples;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed rows are written with the files, by the facts of all files that the mirror then holds. */
class SyncRowsTest {

  private final Site site = TwoLessons.site();

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
  void fullSyncShouldWriteRowsWithAChangeThatTheyDoNotSpeakOf() {
    site.write("foto.jpg", "before").sync();

    site.write("foto.jpg", "after").sync(SyncOptions.PLAIN.recomputing());

    assertThat(site.head().projection()).isEqualTo(Projector.VERSION);
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
  void syncShouldStoreABytewiseOddLessonWithAReadableText() {
    byte[] latin1 = {'#', ' ', 'a', (byte) 0xe7, (byte) 0xe3, 'o', 0, '\n'};
    site.folders.write(COURSE, "lessons/1.3-odd.md", latin1);

    CourseReport report = site.syncCourse();

    assertThat(report.isEqual()).isTrue();
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.rows().get(lesson("lessons/1.3-odd.md")).texts())
        .containsKey("content_markdown");
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

  private static Set<RowKey> changed(Map<RowKey, TypedRow> before, Map<RowKey, TypedRow> after) {
    Set<RowKey> changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(key -> before.containsKey(key) && before.get(key).equals(after.get(key)));
    return changed;
  }
}
