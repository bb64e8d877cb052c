package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.StubLeg.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code write-behind ─ delegate}. */
@Timeout(60)
class WriteBehindLegTest {

  private static final CourseId ONE = new CourseId("um");
  private static final CourseId TWO = new CourseId("dois");
  private static final MirrorOutcome APPLIED = new MirrorOutcome.Applied(1);

  private final StubLeg delegate = new StubLeg();
  private final ManualExecutor executor = new ManualExecutor();
  private final WriteBehindLeg leg = new WriteBehindLeg(delegate, 4, executor);

  private static String code(CompletableFuture<MirrorOutcome> settled) {
    return ((MirrorOutcome.Owed) settled.join()).code();
  }

  @Test
  void offerShouldAnswerPendingAndSendLater() {
    Offer offer = leg.offer(ONE, paths("a.md"));

    assertThat(offer.outcome()).isEqualTo(new MirrorOutcome.Pending());
    assertThat(offer.settled()).isNotDone();
    assertThat(delegate.offers()).isEmpty();

    executor.run();

    assertThat(offer.settled()).isCompletedWithValue(APPLIED);
    assertThat(delegate.offers()).containsExactly("um a.md");
  }

  @Test
  void offerShouldSendWhatACourseHasWaitingTogetherAndCoursesInTheirOrder() {
    Offer first = leg.offer(ONE, paths("b.md"));
    leg.offer(TWO, paths("x.md"));
    Offer second = leg.offer(ONE, paths("a.md", "b.md"));

    assertThat(executor.run()).isEqualTo(1);

    assertThat(delegate.offers()).containsExactly("um a.md b.md", "dois x.md");
    assertThat(first.settled()).isCompletedWithValue(APPLIED);
    assertThat(second.settled()).isCompletedWithValue(APPLIED);
  }

  @Test
  void offerShouldSendAgainWhatIsOfferedWhileItIsSent() {
    List<Offer> later = new ArrayList<>();
    delegate.answer =
        asked -> {
          if (later.isEmpty()) {
            later.add(leg.offer(ONE, paths("a.md")));
          }
          return APPLIED;
        };
    leg.offer(ONE, paths("a.md"));

    executor.run();

    assertThat(delegate.offers()).containsExactly("um a.md", "um a.md");
    assertThat(later.get(0).settled()).isCompletedWithValue(APPLIED);
  }

  @Test
  void offerShouldAnswerEachCallForItsOwnPathsWhenOneIsInConflict() {
    MirrorOutcome conflict = new MirrorOutcome.Conflict(Set.of(new ArtifactPath("b.md")));
    delegate.answer = asked -> asked.contains(new ArtifactPath("b.md")) ? conflict : APPLIED;
    Offer fine = leg.offer(ONE, paths("a.md"));
    Offer disputed = leg.offer(ONE, paths("b.md"));

    executor.run();

    assertThat(fine.settled()).isCompletedWithValue(APPLIED);
    assertThat(disputed.settled()).isCompletedWithValue(conflict);
  }

  @Test
  void offerShouldAskOnceWhenAFailureConcernsTheWholeCourse() {
    MirrorOutcome down = Outcomes.owed(OwedReason.UNAVAILABLE, "DB_UNREACHABLE", "down");
    delegate.answer = asked -> down;
    Offer first = leg.offer(ONE, paths("a.md"));
    Offer second = leg.offer(ONE, paths("b.md"));

    executor.run();

    assertThat(delegate.offers()).hasSize(1);
    assertThat(first.settled()).isCompletedWithValue(down);
    assertThat(second.settled()).isCompletedWithValue(down);
  }

  @Test
  void offerShouldAskOnceWhenOneCallIsInConflict() {
    delegate.answer = MirrorOutcome.Conflict::new;

    leg.offer(ONE, paths("a.md"));
    executor.run();

    assertThat(delegate.offers()).hasSize(1);
  }

  @Test
  void offerShouldOweWhenTheQueueIsFull() {
    Offer waiting = leg.offer(ONE, paths("a.md", "b.md", "c.md"));
    Offer fits = leg.offer(TWO, paths("a.md"));

    Offer tooMuch = leg.offer(TWO, paths("b.md"));
    Offer known = leg.offer(ONE, paths("c.md"));

    assertThat(tooMuch.settled()).isDone();
    assertThat(((MirrorOutcome.Owed) tooMuch.outcome()).reason()).isEqualTo(OwedReason.QUEUE_FULL);
    executor.run();
    assertThat(List.of(waiting, fits, known))
        .allSatisfy(offer -> assertThat(offer.settled()).isCompletedWithValue(APPLIED));
    assertThat(leg.offer(TWO, paths("b.md", "c.md", "d.md", "e.md")).outcome())
        .isEqualTo(new MirrorOutcome.Pending());
  }

  @Test
  void offerShouldAnswerAndGoOnWhenTheDelegateHasADefect() {
    delegate.answer =
        asked -> {
          throw new IllegalStateException("a defect");
        };
    Offer offer = leg.offer(ONE, paths("a.md"));
    executor.run();
    delegate.answer = asked -> APPLIED;
    Offer next = leg.offer(ONE, paths("a.md"));

    executor.run();

    assertThat(code(offer.settled())).isEqualTo("SENDING_DEFECT");
    assertThat(next.settled()).isCompletedWithValue(APPLIED);
  }

  @Test
  void flushShouldTellWhetherAnythingWaits() {
    assertThat(leg.flush(Duration.ZERO)).isTrue();
    leg.offer(ONE, paths("a.md"));

    assertThat(leg.flush(Duration.ZERO)).isFalse();
    assertThat(leg.flush(Duration.ofMillis(5))).isFalse();
    executor.run();
    assertThat(leg.flush(Duration.ZERO)).isTrue();
  }

  @Test
  void flushShouldAskTheDelegateToo() {
    delegate.flushed = false;

    assertThat(leg.flush(Duration.ZERO)).isFalse();
  }

  @Test
  void flushShouldWaitUntilEverythingIsSent() throws Exception {
    ExecutorService sender = DaemonThreads.one("test-sender");
    WriteBehindLeg own = new WriteBehindLeg(delegate, 100, sender);
    CountDownLatch hung = new CountDownLatch(1);
    delegate.answer = asked -> awaited(hung);
    Offer offer = own.offer(ONE, paths("a.md"));
    CompletableFuture<Boolean> flushing =
        CompletableFuture.supplyAsync(() -> own.flush(Duration.ofMinutes(1)));

    hung.countDown();

    assertThat(flushing.get(1, TimeUnit.MINUTES)).isTrue();
    assertThat(offer.settled()).isCompletedWithValue(APPLIED);
    own.close();
    assertThat(sender.isShutdown()).isTrue();
  }

  @Test
  void flushShouldEndWhenItsThreadIsInterrupted() {
    leg.offer(ONE, paths("a.md"));
    Thread.currentThread().interrupt();

    assertThat(leg.flush(Duration.ofMinutes(1))).isFalse();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void closeShouldAnswerForWhatIsWaiting() {
    Offer waiting = leg.offer(ONE, paths("a.md"));

    leg.close();

    assertThat(code(waiting.settled())).isEqualTo("WRITER_CLOSED");
    assertThat(((MirrorOutcome.Owed) waiting.settled().join()).reason())
        .isEqualTo(OwedReason.TIMEOUT);
    assertThat(delegate.closed).isEqualTo(1);
    assertThat(executor.isShutdown()).isTrue();
    executor.run();
    assertThat(delegate.offers()).isEmpty();
  }

  @Test
  void flushShouldFindNothingPendingWhenTheLegIsClosed() {
    leg.offer(ONE, paths("a.md"));

    leg.close();

    assertThat(leg.flush(Duration.ZERO)).isTrue();
  }

  @Test
  void flushShouldNotBeDoneBeforeAllAnswersSayThatTheLegIsClosed() {
    Offer first = leg.offer(ONE, paths("a.md"));
    Offer second = leg.offer(TWO, paths("a.md"));
    List<Boolean> between = new ArrayList<>();
    first
        .settled()
        .thenRun(
            () -> {
              executor.run();
              between.add(leg.flush(Duration.ZERO));
            });

    leg.close();

    assertThat(between).containsExactly(false);
    assertThat(code(second.settled())).isEqualTo("WRITER_CLOSED");
    assertThat(leg.flush(Duration.ZERO)).isTrue();
  }

  @Test
  void closeShouldAnswerForWhatIsUnderWay() {
    List<MirrorOutcome> atClose = new ArrayList<>();
    Offer offer = leg.offer(ONE, paths("a.md"));
    delegate.answer =
        asked -> {
          leg.close();
          atClose.add(offer.settled().getNow(new MirrorOutcome.Pending()));
          return APPLIED;
        };

    executor.run();

    assertThat(atClose).extracting(MirrorOutcome::name).containsExactly("OWED");
    assertThat(code(offer.settled())).isEqualTo("WRITER_CLOSED");
  }

  @Test
  void offerShouldOweWhenTheLegIsClosed() {
    leg.close();

    Offer offer = leg.offer(ONE, paths("a.md"));

    assertThat(code(offer.settled())).isEqualTo("WRITER_CLOSED");
    assertThat(executor.run()).isZero();
  }

  private static MirrorOutcome awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return APPLIED;
  }
}
