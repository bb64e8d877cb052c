package io.creatoros.core.sync;

import static io.creatoros.core.sync.Site.COURSE;
import static io.creatoros.core.sync.Site.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.projection.ProjectionMemory;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.InMemoryLanes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One course's part of a sync: what is owed is written, nothing is deleted. */
class CourseUpdateTest {

  private final Site site = new Site();
  private final InMemoryLanes lanes = new InMemoryLanes();
  private final ProjectionMemory memory = new ProjectionMemory();

  private CourseReport update(String... asked) {
    return update(COURSE, asked);
  }

  private CourseReport update(CourseId course, String... asked) {
    return updating(failed -> site.onPause.run())
        .of(course, List.of(asked).stream().map(ArtifactPath::new).toList(), Duration.ZERO);
  }

  private CourseUpdate updating(Pauses pauses) {
    return new CourseUpdate(
        new Homes(site.folders, site.mirror, site.bases, lanes),
        new SyncSettings("laptop", Site.SIZE_LIMIT, 1, Duration.ZERO, 10),
        SyncListener.SILENT,
        pauses,
        memory);
  }

  @Test
  void updateShouldWriteEverythingThatIsOwedWithItsRows() {
    site.write("a.md", "one").write("lessons/1.1-b.md", "# Two");

    CourseReport report = update();

    assertThat(report.isEqual()).isTrue();
    assertThat(report.written()).isEqualTo(2);
    assertThat(site.stored()).isEqualTo(Map.of("a.md", "one", "lessons/1.1-b.md", "# Two"));
    assertThat(site.rows()).isEqualTo(site.projected());
    assertThat(site.sync().isEqual()).isTrue();
  }

  @Test
  void updatesShouldLeaveTheRowsOfAllFilesWhenOneMemoryServesThemAll() {
    site.write("lessons/1.1-a.md", "# One").write("lessons/1.2-b.md", "# Two");
    site.write("curriculum.yaml", "lessons:\n  - title: One\n");
    update();

    for (String title : List.of("Three", "Four", "Three")) {
      site.write("lessons/1.2-b.md", "# " + title);
      update();
      assertThat(site.rows()).isEqualTo(site.projected());
    }
    site.write("curriculum.yaml", "lessons:\n  - title: Three\n");
    update();
    assertThat(site.rows()).isEqualTo(site.projected());
  }

  @Test
  void updateShouldAskForNothingMoreWhenTheMirrorHasNeverSeenTheCourse() {
    site.write("a.md", "one");

    update();

    assertThat(site.mirror.calls()).containsExactly("heads", "upload", "commit");
  }

  @Test
  void updateShouldAskNoListOfCoursesWhenTheCourseIsKnown() {
    site.write("a.md", "one").sync();
    site.mirror.forgetCalls();

    update();

    assertThat(site.mirror.calls()).containsExactly("read");
    assertThat(site.revision()).isEqualTo(1);
  }

  @Test
  void updateShouldSendAgainOnlyWhatIsMissingWhenAFirstRunBrokeOff() {
    site.write("a.md", "one");
    site.mirror.failCall(3);
    assertThatThrownBy(this::update).isInstanceOf(StorageUnavailableException.class);
    site.bases.lose();

    CourseReport report = update();

    assertThat(report.isEqual()).isTrue();
    assertThat(report.bytesSent()).isZero();
  }

  @Test
  void updateShouldDeleteNothing() {
    site.write("a.md", "one").write("b.md", "two").sync();
    site.delete("a.md").delete("b.md").write("c.md", "one");

    CourseReport report = update();

    assertThat(report.written()).isEqualTo(1);
    assertThat(open(report)).containsExactlyInAnyOrder("- a.md", "- b.md");
    assertThat(site.stored()).containsOnlyKeys("a.md", "b.md", "c.md");
  }

  @Test
  void updateShouldNameWhatIsAskedAndNoArtifact() {
    site.write("a.md", "one").sync();
    site.delete("a.md").write("b.md", "two");

    CourseReport report = update("a.md", "b.md", "gone.md");

    assertThat(open(report)).containsExactlyInAnyOrder("- a.md", "? gone.md");
  }

  @Test
  void updateShouldFailWhenSomebodyElseHoldsTheLane() {
    site.write("a.md", "one");
    Lanes.Lane held = lanes.acquire(COURSE, Duration.ZERO);

    assertThatThrownBy(this::update).isInstanceOf(StorageLockedException.class);
    assertThat(site.folders.scans()).isEmpty();
    held.close();

    assertThat(update().isEqual()).isTrue();
  }

  @Test
  void updateShouldGiveTheLaneBackWhenTheMirrorFails() {
    site.write("a.md", "one");
    site.mirror.failCall(1);
    assertThatThrownBy(this::update).isInstanceOf(StorageUnavailableException.class);

    assertThat(update().isEqual()).isTrue();
  }

  @Test
  void updateShouldSendWhatTheFolderHoldsWhenTheLaneIsHeld() {
    site.write("a.md", "one").sync();
    Lanes waiting =
        (course, patience) -> {
          site.write("a.md", "written while waiting");
          return lanes.acquire(course, patience);
        };

    new CourseUpdate(
            new Homes(site.folders, site.mirror, site.bases, waiting),
            SyncSettings.defaults("laptop"),
            SyncListener.SILENT,
            failed -> {})
        .of(COURSE, List.of(), Duration.ZERO);

    assertThat(site.stored()).isEqualTo(Map.of("a.md", "written while waiting"));
  }

  @Test
  void updateShouldReadAgainWhenTheCourseMovedOn() {
    site.write("a.md", "one").sync();
    Site other = site.another();
    site.mirror.beforeNextCommit(
        () -> other.write("b.md", "theirs").sync(SyncOptions.PLAIN.joining()));

    CourseReport report = updateAfterWriting("two");

    assertThat(site.stored()).isEqualTo(Map.of("a.md", "two", "b.md", "theirs"));
    assertThat(report.revision()).isEqualTo(3);
  }

  private CourseReport updateAfterWriting(String text) {
    site.write("a.md", text);
    return update();
  }

  @Test
  void updateShouldEndWhenItIsInterrupted() {
    site.write("a.md", "one").sync();
    Site other = site.another();
    site.mirror.beforeNextCommit(
        () -> other.write("b.md", "theirs").sync(SyncOptions.PLAIN.joining()));
    site.write("a.md", "two");
    CourseUpdate update =
        updating(
            failed -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> update.of(COURSE, List.of(), Duration.ZERO))
        .isInstanceOf(InterruptedRunException.class);

    assertThat(Thread.interrupted()).isTrue();
    lanes.acquire(COURSE, Duration.ZERO).close();
  }

  @Test
  void updateShouldWriteNothingWhenTheCourseIsMetForTheFirstTime() {
    site.another().write("a.md", "theirs").sync();
    site.write("b.md", "ours");

    CourseReport report = update();

    assertThat(report.firstContact())
        .hasValueSatisfying(met -> assertThat(met.origin()).isEqualTo("desktop"));
    assertThat(site.stored()).containsOnlyKeys("a.md");
  }

  @Test
  void updateShouldWriteNothingWhenTheCourseMayBeARenamedOne() {
    CourseId renamed = new CourseId("pomar");
    site.write("a.md", "one").sync();
    site.folders.rename(COURSE, renamed);

    CourseReport report = update(renamed);

    assertThat(report.guard()).map(DeleteGuard.Stop::code).contains("COURSE_RENAMED");
    assertThat(site.database.courses()).containsExactly(COURSE);
  }

  @Test
  void updateShouldWriteWhenACourseWithTheSameFilesIsStillThere() {
    CourseId copy = new CourseId("pomar");
    site.write("a.md", "one").sync();
    site.write(copy, "a.md", "one");

    assertThat(update(copy).isEqual()).isTrue();
    assertThat(site.stored(copy)).containsOnlyKeys("a.md");
  }
}
