package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.core.dualwrite.Desk.owed;
import static io.creatoros.testkit.CourseWriterContract.file;
import static io.creatoros.testkit.CourseWriterContract.lessons;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.Lanes;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What becomes of writes when others write the same course, in this mirror or from this workspace.
 *
 * <pre>
 * writer ─► folders
 *       └─► switch ─ trace ─ budget ─ sync of one course ─► faulty mirror
 * </pre>
 */
@Timeout(60)
class DualWriteBesideOthersTest {

  /** In nanoseconds; the budget of these tests is a minute. */
  private static final long ALMOST_A_MINUTE = 59_900_000_000L;

  private final Desk desk = new Desk();

  @Test
  void writeShouldBeAppliedWhenTheCourseMovedOnMeanwhile() {
    Desk other = desk.another();
    CourseWriter writer = desk.writer();
    writer.write(COURSE, List.of(file("a.md", "um")));
    desk.mirror.beforeNextCommit(
        () -> {
          other.edit("b.md", "de outra máquina");
          other.sync(SyncOptions.PLAIN.joining());
        });

    Persisted persisted = writer.write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(persisted.mirror()).isEqualTo(new MirrorOutcome.Applied(3));
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "dois", "b.md", "de outra máquina"));
  }

  @Test
  void writeShouldOweWhenTheCourseKeepsMovingUntilTheBudgetIsOver() {
    AtomicLong seconds = new AtomicLong();
    CourseWriter writer =
        desk.writes(Desk.settings())
            .pausing(failed -> seconds.addAndGet(40), () -> seconds.get() * 1_000_000_000L)
            .open();
    writer.write(COURSE, List.of(file("a.md", "um")));
    othersAreFaster(4);

    Persisted persisted = writer.write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.BUSY);
    assertThat(owed(persisted).code()).isEqualTo("COURSE_BUSY");
    assertThat(seconds).hasValue(80);
    assertThat(desk.stored()).containsEntry("a.md", "um");
  }

  @Test
  void writeShouldOweWhenTheCourseMovesAtEveryTry() {
    CourseWriter writer = desk.writer();
    writer.write(COURSE, List.of(file("a.md", "um")));
    othersAreFaster(10);

    Persisted persisted = writer.write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.BUSY);
    assertThat(owed(persisted).message()).contains("kept moving");
  }

  @Test
  void writeShouldOweWhenItsSendingIsInterrupted() {
    CourseWriter writer =
        desk.writes(Desk.settings())
            .pausing(
                failed -> {
                  throw new InterruptedException();
                },
                System::nanoTime)
            .open();
    writer.write(COURSE, List.of(file("a.md", "um")));
    othersAreFaster(1);

    Persisted persisted = writer.write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.TIMEOUT);
    assertThat(owed(persisted).code()).isEqualTo("INTERRUPTED");
  }

  /** Another machine commits just before each of our next commits. */
  private void othersAreFaster(int times) {
    Desk other = desk.another();
    for (int i = 0; i < times; i++) {
      String text = "versão " + i;
      desk.mirror.beforeNextCommit(
          () -> {
            other.edit("b.md", text);
            other.sync(SyncOptions.PLAIN.joining());
          });
    }
  }

  @Test
  void writeShouldOweWhenAnotherProcessSendsTheCourse() {
    Lanes.Lane held = desk.lanes.acquire(COURSE, Duration.ZERO);
    AtomicInteger asked = new AtomicInteger();
    CourseWriter writer =
        desk.writes(Desk.settings())
            .pausing(failed -> {}, () -> asked.getAndIncrement() == 1 ? ALMOST_A_MINUTE : 0)
            .open();

    Persisted persisted = writer.write(COURSE, lessons(1));
    held.close();

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.BUSY);
    assertThat(owed(persisted).code()).isEqualTo("LANE_BUSY");
    assertThat(writer.write(COURSE, List.of(file("a.md", "um"))).mirror())
        .isInstanceOf(MirrorOutcome.Applied.class);
  }

  @Test
  void writeShouldNameTheConflictWhenTheMirrorHoldsAnotherVersion() {
    conflictAbout("a.md");
    CourseWriter writer = desk.writer();

    Persisted asked = writer.write(COURSE, List.of(file("a.md", "minha", "um")));
    Persisted other = writer.write(COURSE, List.of(file("b.md", "dois")));

    assertThat(asked.mirror())
        .isEqualTo(new MirrorOutcome.Conflict(Set.of(new ArtifactPath("a.md"))));
    assertThat(other.mirror()).isInstanceOf(MirrorOutcome.Applied.class);
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "de outra máquina", "b.md", "dois"));
  }

  @Test
  void writeShouldNameTheConflictWhenTheMirrorIsAheadOfAnUnchangedFile() {
    conflictAbout("a.md");

    Persisted persisted = desk.writer().write(COURSE, List.of(file("a.md", "um", "um")));

    assertThat(persisted.mirror())
        .isEqualTo(new MirrorOutcome.Conflict(Set.of(new ArtifactPath("a.md"))));
  }

  /** Another machine changes a file that both have. */
  private void conflictAbout(String path) {
    desk.edit(path, "um").sync();
    Desk other = desk.another();
    other.edit(path, "um").sync(SyncOptions.PLAIN.joining());
    other.edit(path, "de outra máquina").sync();
  }

  @Test
  void writeShouldSendNothingWhenTheMirrorHasTheCourseFromElsewhere() {
    desk.another().edit("a.md", "de outra máquina").sync();

    Persisted persisted = desk.writer().write(COURSE, List.of(file("b.md", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.FIRST_CONTACT);
    assertThat(owed(persisted).message()).contains("desktop");
    assertThat(owed(persisted).remedy()).contains("creatoros sync \"curso-de-horta\" --join");
    assertThat(desk.stored()).containsOnlyKeys("a.md");
  }

  @Test
  void writeShouldNameAWorkspaceThatIsItsOnlyCourseAsACommandDoes() {
    Desk other = desk.another();
    other.folders.write(CourseId.ROOT, "a.md", Samples.text("de outra máquina"));
    other.sync();

    Persisted persisted = desk.writer().write(CourseId.ROOT, List.of(file("b.md", "um")));

    assertThat(owed(persisted).remedy()).contains("creatoros sync . --join");
  }

  @Test
  void writeShouldSendNothingWhenTheCourseLooksLikeOneThatWasRenamed() {
    desk.edit("a.md", "um").sync();
    CourseId renamed = new CourseId("curso-de-pomar");
    desk.folders.rename(COURSE, renamed);

    Persisted persisted = desk.writer().write(renamed, List.of(file("b.md", "dois")));

    assertThat(owed(persisted).code()).isEqualTo("COURSE_RENAMED");
    assertThat(owed(persisted).remedy())
        .hasValueSatisfying(next -> assertThat(next).contains("courses move"));
    assertThat(desk.database.courses()).containsExactly(COURSE);
  }
}
