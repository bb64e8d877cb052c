package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.testkit.CourseWriterContract.file;
import static io.creatoros.testkit.CourseWriterContract.lessons;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.resilience.Breaker;
import io.creatoros.core.resilience.BreakerPolicy;
import io.creatoros.core.resilience.MirrorMemory;
import io.creatoros.core.resilience.MirrorMeters;
import io.creatoros.core.resilience.ResilientMirror;
import io.creatoros.core.resilience.RetryOnce;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.CourseWriterContract;
import io.creatoros.testkit.InMemoryBreakerMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole stack, as programs use it.
 *
 * <pre>
 * writer ─► folders
 *       └─► switch ─ trace ─ budget ─ sync of one course
 *                  └─► remembering ─ breaker ─ retry once ─ meters ─► faulty mirror
 * </pre>
 */
@Timeout(60)
class DualWriteResilienceTest {

  private static final BreakerPolicy POLICY =
      new BreakerPolicy(3, Duration.ofSeconds(5), Duration.ofMinutes(1));

  private final Desk desk = new Desk();
  private volatile Instant now = Instant.EPOCH;
  private volatile Runnable probe = () -> {};
  private final Breaker breaker =
      new Breaker(
          POLICY,
          new InMemoryBreakerMemory(),
          () -> desk.mirror.heads(List.of()),
          ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
          (delay, task) -> {
            probe = task;
            return () -> {};
          });
  private final MirrorMeters meters = new MirrorMeters(desk.meters);
  private final RetryOnce retry =
      new RetryOnce(Duration.ofMillis(50), () -> 0.5, time -> {}, meters::retried);

  private final ResilientMirror guard =
      new ResilientMirror(breaker, retry, meters, new MirrorMemory(() -> 0));

  private DualWrites writes(DualWriteSettings settings) {
    return desk.writes(settings).guardedBy(guard);
  }

  private static String outcome(Persisted persisted) {
    return persisted.mirror() instanceof MirrorOutcome.Owed owed
        ? owed.reason().name()
        : persisted.mirror().name();
  }

  @Nested
  class Whole implements CourseWriterContract {

    private final CourseWriter writer = writes(Desk.settings()).open();

    @Override
    public CourseWriter writer() {
      return writer;
    }

    @Override
    public CourseFolders folders() {
      return desk.folders;
    }

    @Override
    public Optional<CourseMirror> mirror() {
      return Optional.of(desk.database);
    }
  }

  @Nested
  class WholeBehindTheCallersBack implements CourseWriterContract {

    private final CourseWriter writer = writes(Desk.settings().writingBehind(1000)).open();

    @Override
    public CourseWriter writer() {
      return writer;
    }

    @Override
    public CourseFolders folders() {
      return desk.folders;
    }

    @Override
    public Optional<CourseMirror> mirror() {
      return Optional.of(desk.database);
    }
  }

  @Test
  void writeShouldBeAppliedWhenACallFailsInPassing() {
    CourseWriter writer = writes(Desk.settings()).open();
    for (int call = 1; call <= 3; call++) {
      desk.mirror.failCall(call);

      Persisted persisted = writer.write(COURSE, List.of(file(call + ".md", "n. " + call)));

      assertThat(outcome(persisted)).isEqualTo("APPLIED");
      desk.mirror.forgetCalls();
    }
    assertThat(desk.stored()).hasSize(3);
    assertThat(desk.told).isEmpty();
  }

  @Test
  void writeShouldBeAppliedWhenTheAnswerOfItsCommitIsLost() {
    CourseWriter writer = writes(Desk.settings()).open();
    writer.write(COURSE, List.of(file("a.md", "um")));
    desk.mirror.loseNextAnswer();

    Persisted persisted = writer.write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(persisted.mirror()).isEqualTo(new MirrorOutcome.Applied(2));
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "dois"));
    assertThat(desk.sync().isEqual()).isTrue();
  }

  @Test
  void writeShouldAskTheMirrorForNothingButTheWritingWhenTheCourseWasJustWritten() {
    CourseWriter writer = writes(Desk.settings()).open();
    writer.write(COURSE, lessons(3));
    writer.write(COURSE, List.of(file("lessons/1.4-aula.md", "# Aula 4\n")));
    desk.mirror.forgetCalls();

    writer.write(COURSE, List.of(file("lessons/1.1-aula.md", "# Outra\n", "# Aula 1\n")));

    assertThat(desk.mirror.calls()).containsExactly("upload", "commit");
  }

  @Test
  void writeShouldLeaveTheMirrorAloneAfterThreeFailuresUntilItAnswersAgain() {
    CourseWriter writer = writes(Desk.settings()).open();
    desk.mirror.setDown(true);
    for (int i = 1; i <= 3; i++) {
      assertThat(outcome(writer.write(COURSE, List.of(file(i + ".md", "n. " + i)))))
          .isEqualTo("UNAVAILABLE");
    }
    desk.mirror.forgetCalls();
    int scans = desk.folders.scans().size();

    Persisted suspended = writer.write(COURSE, List.of(file("4.md", "n. 4")));

    assertThat(outcome(suspended)).isEqualTo("SUSPENDED");
    assertThat(((MirrorOutcome.Owed) suspended.mirror()).code()).isEqualTo(Breaker.SUSPENDED);
    assertThat(desk.mirror.calls()).isEmpty();
    assertThat(desk.folders.scans()).hasSize(scans);
    assertThat(desk.told).hasSize(4);

    desk.mirror.setDown(false);
    now = now.plus(POLICY.openFor());
    probe.run();
    assertThat(writer.write(COURSE, List.of(file("5.md", "n. 5"))).mirror())
        .isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(desk.stored()).hasSize(5);
  }

  @Test
  void writeShouldLeaveTheMirrorAloneAfterThreeCallsThatDidNotComeBack() {
    CountDownLatch hung = new CountDownLatch(1);
    CourseWriter impatient = writes(Desk.settings().within(Duration.ofMillis(20))).open();
    CourseWriter patient = writes(Desk.settings()).open();
    for (int i = 0; i < 3; i++) {
      desk.mirror.beforeNext("heads", () -> awaited(hung));
    }
    for (String course : List.of("um", "dois", "três")) {
      assertThat(outcome(impatient.write(new CourseId(course), lessons(1)))).isEqualTo("TIMEOUT");
    }

    assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
    assertThat(outcome(patient.write(COURSE, lessons(1)))).isEqualTo("SUSPENDED");
    hung.countDown();
    assertThat(impatient.flush(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void writeShouldNotHaveTheMirrorOpenedAgainAfterThreeFailures() {
    AtomicInteger openings = new AtomicInteger();
    CourseWriter writer =
        writes(Desk.settings())
            .mirroredTo(
                () -> {
                  openings.incrementAndGet();
                  throw new StorageUnavailableException("EMBEDDED_START_FAILED", "it ended", "");
                })
            .openedWithin(Duration.ofMinutes(1))
            .open();
    for (int i = 1; i <= 3; i++) {
      assertThat(outcome(writer.write(COURSE, List.of(file(i + ".md", "n. " + i)))))
          .isEqualTo("UNAVAILABLE");
    }

    Persisted suspended = writer.write(COURSE, List.of(file("4.md", "n. 4")));

    assertThat(outcome(suspended)).isEqualTo("SUSPENDED");
    assertThat(openings).hasValue(3);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
