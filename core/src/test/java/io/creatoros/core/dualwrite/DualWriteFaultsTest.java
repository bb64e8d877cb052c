package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.core.dualwrite.Desk.owed;
import static io.creatoros.testkit.CourseWriterContract.file;
import static io.creatoros.testkit.CourseWriterContract.lessons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.resilience.Budget;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.Homes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

  private final Desk desk = new Desk();

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
  void writeShouldThrowWhenTheFolderFails() {
    CourseWriter writer = desk.writer();
    desk.edit("a.md", "de outra pessoa");

    assertThatThrownBy(() -> writer.write(COURSE, List.of(file("a.md", "um"))))
        .isInstanceOf(StorageException.class);

    assertThat(desk.mirror.calls()).isEmpty();
    assertThat(desk.counted("files", "failed")).isEqualTo(1);
    assertThat(desk.counted("files", "durable")).isZero();
  }

  private static Arguments of(StorageException failure, OwedReason reason) {
    return Arguments.of(failure, reason);
  }
}
