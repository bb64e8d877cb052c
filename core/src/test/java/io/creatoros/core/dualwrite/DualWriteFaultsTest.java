package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.testkit.CourseWriterContract.file;
import static io.creatoros.testkit.CourseWriterContract.lessons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.resilience.Budget;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Lanes;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of writes when the mirror fails. Files are always there; what is owed is told, and
 * one sync sends it.
 *
 * <pre>
 * writer ─► folders
 *       └─► switch ─ trace ─ budget ─ sync of one course ─► faulty mirror
 * </pre>
 */
@Timeout(60)
class DualWriteFaultsTest {

  /** In nanoseconds; the budget of these tests is a minute. */
  private static final long ALMOST_A_MINUTE = 59_900_000_000L;

  private final Desk desk = new Desk();

  private static MirrorOutcome.Owed owed(Persisted persisted) {
    assertThat(persisted.mirror()).isInstanceOf(MirrorOutcome.Owed.class);
    assertThat(persisted.settled()).isCompletedWithValue(persisted.mirror());
    return (MirrorOutcome.Owed) persisted.mirror();
  }

  private void assertAllThereAfterOneSync() {
    desk.mirror.setDown(false);
    desk.sync();

    assertThat(desk.sync().isEqual()).isTrue();
    assertThat(desk.stored()).hasSize(desk.folders.scan(COURSE, null).manifest().entries().size());
  }

  @Test
  void writeShouldOweABatchWhenTheMirrorWasDownBefore() {
    desk.mirror.setDown(true);

    Persisted persisted = desk.writer().write(COURSE, lessons(20));

    assertThat(persisted.files()).hasSize(20).allMatch(Persisted.WrittenFile::changed);
    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.UNAVAILABLE);
    assertThat(owed(persisted).code()).isEqualTo("DB_UNREACHABLE");
    assertAllThereAfterOneSync();
  }

  @Test
  void writeShouldGiveTheMirrorItsBudgetOnceItIsOpenWhenOpeningIsAwaited() {
    Duration budget = Duration.ofMillis(20);
    AtomicBoolean opened = new AtomicBoolean();
    CourseWriter writer =
        desk.writes(Desk.settings().within(budget))
            .mirroredTo(
                () -> {
                  Budget longer = Budget.of(budget.multipliedBy(5));
                  while (!longer.isOver()) {
                    Thread.onSpinWait();
                  }
                  opened.set(true);
                  return desk.homes();
                })
            .openedWithin(Duration.ofMinutes(1))
            .open();

    writer.write(COURSE, lessons(1));

    assertThat(opened).isTrue();
  }

  @Test
  void writeShouldOweDurableFilesWhenTheMirrorIsNotOpenInTime() {
    CountDownLatch hung = new CountDownLatch(1);
    CourseWriter writer =
        desk.writes(Desk.settings().writingBehind(10))
            .mirroredTo(() -> afterwards(hung))
            .openedWithin(Duration.ofMillis(20))
            .open();

    Persisted persisted = writer.write(COURSE, lessons(2));
    writer.close();

    assertThat(persisted.files()).hasSize(2).allMatch(Persisted.WrittenFile::changed);
    assertThat(owed(persisted).code()).isEqualTo("MIRROR_TIMEOUT");
    assertThat(desk.told).hasSize(1);
    assertAllThereAfterOneSync();
  }

  private Homes afterwards(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new StorageUnavailableException("INTERRUPTED", "interrupted", "");
    }
    return desk.homes();
  }

  @ParameterizedTest
  @MethodSource("callsOfAFirstWrite")
  void writeShouldOweABatchWhenTheMirrorGoesDownMeanwhile(String method) {
    desk.mirror.beforeNext(
        method,
        () -> {
          desk.mirror.setDown(true);
          throw new StorageUnavailableException("DB_UNREACHABLE", "cut", "");
        });

    Persisted persisted = desk.writer().write(COURSE, lessons(20));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.UNAVAILABLE);
    assertThat(desk.stored()).isEmpty();
    assertAllThereAfterOneSync();
  }

  static Stream<String> callsOfAFirstWrite() {
    return Stream.of("heads", "upload", "commit");
  }

  @Test
  void writeShouldOweWhatFollowsWhenTheMirrorGoesDownAfterABatch() {
    CourseWriter writer = desk.writer();
    writer.write(COURSE, lessons(20));
    desk.mirror.setDown(true);

    Persisted persisted = writer.write(COURSE, List.of(file("a.md", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.UNAVAILABLE);
    assertThat(desk.stored()).hasSize(20);
    assertAllThereAfterOneSync();
  }

  @Test
  void writeShouldSendWhatAnEarlierCallOwesWhenTheFirstFailed() {
    CourseWriter writer = desk.writer();
    desk.mirror.failCall(1);
    assertThat(owed(writer.write(COURSE, List.of(file("brief.md", "o curso")))).reason())
        .isEqualTo(OwedReason.UNAVAILABLE);

    Persisted later = writer.write(COURSE, List.of(file("a.md", "um")));

    assertThat(later.mirror()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "um", "brief.md", "o curso"));
    assertThat(desk.sync().isEqual()).isTrue();
  }

  @Test
  void writeShouldSeeItsOwnNoteWhenTheAnswerOfACommitWasLost() {
    CourseWriter writer = desk.writer();
    writer.write(COURSE, List.of(file("a.md", "um")));
    desk.mirror.loseNextAnswer();
    assertThat(owed(writer.write(COURSE, List.of(file("a.md", "dois", "um")))).reason())
        .isEqualTo(OwedReason.UNAVAILABLE);
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "dois"));

    Persisted next = writer.write(COURSE, List.of(file("a.md", "três", "dois")));

    assertThat(next.mirror()).isEqualTo(new MirrorOutcome.Applied(3));
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "três"));
  }

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

  @Test
  void writeShouldDeleteNothingInTheMirror() {
    desk.edit("a.md", "um").edit("b.md", "dois").sync();
    desk.folders.delete(COURSE, "a.md");

    Persisted persisted = desk.writer().write(COURSE, List.of(file("c.md", "um")));

    assertThat(persisted.mirror()).isInstanceOf(MirrorOutcome.Applied.class);
    assertThat(desk.stored()).containsOnlyKeys("a.md", "b.md", "c.md");
  }

  @Test
  void writeShouldLookAtNoOtherCourseWhenTheCourseIsKnown() {
    CourseWriter writer = desk.writer();
    desk.folders.write(new CourseId("outro"), "a.md", Samples.text("a"));
    desk.sync();
    writer.write(COURSE, lessons(1));
    desk.mirror.forgetCalls();
    int scans = desk.folders.scans().size();

    writer.write(COURSE, List.of(file("a.md", "um")));

    assertThat(desk.mirror.calls()).containsExactly("read", "missing", "upload", "facts", "commit");
    assertThat(desk.folders.scans().subList(scans, desk.folders.scans().size()))
        .containsExactly(COURSE);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void writeShouldTellTheReasonWhenTheMirrorFails(StorageException failure, OwedReason reason) {
    desk.mirror.beforeNextCommit(
        () -> {
          throw failure;
        });

    Persisted persisted = desk.writer().write(COURSE, lessons(1));

    assertThat(owed(persisted))
        .isEqualTo(
            new MirrorOutcome.Owed(
                reason, failure.code(), "why", Optional.of("creatoros do-this")));
    assertAllThereAfterOneSync();
  }

  static Stream<Arguments> failures() {
    String next = "creatoros do-this";
    return Stream.of(
        of(new StorageUnavailableException("DB_BUSY", "why", next), OwedReason.UNAVAILABLE),
        of(new StorageUnavailableException("MIRROR_SUSPENDED", "why", next), OwedReason.SUSPENDED),
        of(new StorageLockedException("LOCKED", "why", next), OwedReason.BUSY),
        of(new StoragePermissionException("DB_PERMISSION", "why", next), OwedReason.PERMISSION),
        of(new StorageSchemaException("DB_SCHEMA", "why", next), OwedReason.SCHEMA),
        of(new StorageRejectedException("DB_REJECTED", "why", next), OwedReason.REFUSED),
        of(new CorruptRecordException("DB_CORRUPT", "why", next), OwedReason.REFUSED));
  }

  @Test
  void writeShouldOweWhenTheMirrorCannotBeOpenedAndTryAgainNextTime() {
    AtomicInteger opened = new AtomicInteger();
    CourseWriter writer =
        DualWrites.to(desk.folders, Desk.settings())
            .mirroredTo(
                () -> {
                  if (opened.incrementAndGet() == 1) {
                    throw new StorageUnavailableException("DB_UNREACHABLE", "refused", "");
                  }
                  return desk.homes();
                })
            .open();
    assertThat(opened).hasValue(0);

    Persisted first = writer.write(COURSE, lessons(1));
    Persisted second = writer.write(COURSE, List.of(file("a.md", "um")));

    assertThat(owed(first).reason()).isEqualTo(OwedReason.UNAVAILABLE);
    assertThat(second.mirror()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(desk.stored()).hasSize(2);
  }

  @Test
  void writeShouldOweWhenAProgramOfTheMirrorHasADefect() {
    desk.mirror.beforeNextCommit(
        () -> {
          throw new IllegalStateException("a defect");
        });

    Persisted persisted = desk.writer().write(COURSE, lessons(1));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.REFUSED);
    assertThat(owed(persisted).code()).isEqualTo("SENDING_DEFECT");
    assertAllThereAfterOneSync();
  }

  @Test
  void writeShouldOweWhenTheSwitchCannotBeRead() {
    CourseWriter writer =
        desk.writes(Desk.settings())
            .whenever(
                () -> {
                  throw new IllegalStateException("no such file");
                })
            .open();

    assertThat(owed(writer.write(COURSE, lessons(1))).code()).isEqualTo("SENDING_DEFECT");
  }

  @Test
  void writeShouldSendOnlyWhileSwitchedOn() {
    CourseWriter writer = desk.writer();
    desk.on = false;
    Persisted off = writer.write(COURSE, lessons(1));
    desk.on = true;
    Persisted on = writer.write(COURSE, List.of(file("a.md", "um")));

    assertThat(off.mirror()).isEqualTo(new MirrorOutcome.Disabled());
    assertThat(on.mirror()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(desk.stored()).hasSize(2);
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
  void writeShouldThrowWhenTheFolderFails() {
    CourseWriter writer = desk.writer();
    desk.edit("a.md", "de outra pessoa");

    assertThatThrownBy(() -> writer.write(COURSE, List.of(file("a.md", "um"))))
        .isInstanceOf(StorageException.class);

    assertThat(desk.mirror.calls()).isEmpty();
    assertThat(desk.counted("files", "failed")).isEqualTo(1);
    assertThat(desk.counted("files", "durable")).isZero();
  }

  @Test
  void writeShouldOweWhenAFileIsGoneBeforeItIsSent() {
    desk.guard =
        (mirror, budget) -> {
          desk.folders.delete(COURSE, "a.md");
          return mirror;
        };

    Persisted persisted = desk.writer().write(COURSE, List.of(file("a.md", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.CHANGING);
    assertThat(owed(persisted).message()).contains("a.md");
  }

  @Test
  void writeShouldOweWhenASentFileIsDeletedAgain() {
    desk.edit("a.md", "um").sync();
    desk.guard =
        (mirror, budget) -> {
          desk.folders.delete(COURSE, "a.md");
          return mirror;
        };

    Persisted persisted = desk.writer().write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.CHANGING);
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "um"));
  }

  @Test
  void writeShouldOweWhenAFileChangesWhileItIsSent() {
    CourseWriter writer = desk.writer();
    writer.write(COURSE, List.of(file("a.md", "um")));
    desk.mirror.beforeNext("missing", () -> desk.edit("b.md", "meanwhile"));
    desk.edit("b.md", "before");

    Persisted asked = writer.write(COURSE, List.of(file("b.md", "before", "before")));

    assertThat(owed(asked).reason()).isEqualTo(OwedReason.CHANGING);
    assertThat(owed(asked).message()).contains("b.md");
  }

  @Test
  void writeShouldNameRowsThatTheSchemaDoesNotTake() {
    desk.database.database().refuse(new RowKey(RowTable.COURSE_LESSONS, "lessons/1.1-aula.md"));

    CourseWriter writer = desk.writer();

    Persisted refused = writer.write(COURSE, lessons(2));
    Persisted other = writer.write(COURSE, List.of(file("lessons/1.3-aula.md", "# Aula 3\n")));

    assertThat(refused.mirror()).isInstanceOf(MirrorOutcome.Rejected.class);
    assertThat(((MirrorOutcome.Rejected) refused.mirror()).rows())
        .extracting(row -> row.key().path())
        .containsExactly("lessons/1.1-aula.md");
    assertThat(other.mirror()).isInstanceOf(MirrorOutcome.Applied.class);
    assertThat(desk.stored()).hasSize(3);
  }

  private static Arguments of(StorageException failure, OwedReason reason) {
    return Arguments.of(failure, reason);
  }
}
