package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.core.dualwrite.StubLeg.owed;
import static io.creatoros.core.dualwrite.StubLeg.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code budget ─ delegate}. */
@Timeout(60)
class BudgetedLegTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final StubLeg delegate = new StubLeg();
  private final CountDownLatch hung = new CountDownLatch(1);
  private final CountDownLatch arrived = new CountDownLatch(2);
  private final ExecutorService threads = DaemonThreads.many("test-mirror");
  private final List<String> gaveUp = new ArrayList<>();

  @AfterEach
  void letGo() {
    hung.countDown();
    threads.shutdownNow();
  }

  private BudgetedLeg leg(Duration budget) {
    return new BudgetedLeg(delegate, budget, SHORT, 2, threads, this::gaveUp);
  }

  private void gaveUp(StorageUnavailableException failure) {
    gaveUp.add(failure.code());
  }

  private void hang() {
    delegate.answer =
        asked -> {
          arrived.countDown();
          try {
            hung.await();
          } catch (InterruptedException e) {
            return Outcomes.interrupted();
          }
          return new MirrorOutcome.Applied(7);
        };
  }

  @Test
  void offerShouldGiveTheDelegatesAnswer() {
    Offer offer = leg(LONG).offer(COURSE, paths("a.md"));

    assertThat(offer.outcome()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(offer.settled()).isCompletedWithValue(offer.outcome());
    assertThat(delegate.offers()).containsExactly("curso-de-horta a.md");
    assertThat(gaveUp).isEmpty();
  }

  @Test
  void offerShouldOweWhenTheDelegateDoesNotComeBack() {
    hang();

    Offer offer = leg(SHORT).offer(COURSE, paths("a.md"));

    assertThat(owed(offer).reason()).isEqualTo(OwedReason.TIMEOUT);
    assertThat(owed(offer).code()).isEqualTo("MIRROR_TIMEOUT");
    assertThat(owed(offer).message()).contains("20 ms");
    assertThat(gaveUp).containsExactly("MIRROR_TIMEOUT");
  }

  @Test
  void offerShouldNotWaitForACourseWhoseEarlierCallIsLate() {
    hang();
    BudgetedLeg leg = leg(SHORT);
    leg.offer(COURSE, paths("a.md"));

    Offer second = leg.offer(COURSE, paths("b.md"));
    hung.countDown();
    boolean back = leg.flush(LONG);

    assertThat(owed(second).reason()).isEqualTo(OwedReason.TIMEOUT);
    assertThat(owed(second).message()).contains("earlier call", COURSE.path());
    assertThat(back).isTrue();
    assertThat(delegate.offers()).containsExactly("curso-de-horta a.md");
    assertThat(gaveUp).hasSize(1);
  }

  @RepeatedTest(100)
  void offerShouldBeMadeAgainAsSoonAsTheLateCallWasSeenToComeBack() {
    hang();
    BudgetedLeg leg = leg(Duration.ofNanos(1));
    leg.offer(COURSE, paths("a.md"));
    hung.countDown();

    leg.flush(LONG);
    Offer next = leg.offer(COURSE, paths("b.md"));
    leg.flush(LONG);

    assertThat(next.settled().join().toString()).doesNotContain("earlier call");
    assertThat(delegate.offers()).containsExactly("curso-de-horta a.md", "curso-de-horta b.md");
  }

  @Test
  void offerShouldOweWhenTooManyAreUnderWay() throws Exception {
    hang();
    BudgetedLeg leg = leg(SHORT);
    leg.offer(new CourseId("a"), paths("a.md"));
    leg.offer(new CourseId("b"), paths("b.md"));

    Offer third = leg.offer(COURSE, paths("c.md"));
    arrived.await();

    assertThat(owed(third).reason()).isEqualTo(OwedReason.BUSY);
    assertThat(owed(third).code()).isEqualTo("MIRROR_BUSY");
    assertThat(delegate.offers()).hasSize(2);
    assertThat(gaveUp).hasSize(2);
  }

  @RepeatedTest(100)
  void offerShouldBeMadeAsSoonAsTheOneBeforeCameBackWhenOneMayBeUnderWay() {
    BudgetedLeg leg = new BudgetedLeg(delegate, LONG, SHORT, 1, threads, this::gaveUp);

    for (int i = 0; i < 20; i++) {
      assertThat(leg.offer(COURSE, paths("a.md")).outcome())
          .isEqualTo(new MirrorOutcome.Applied(1));
    }
  }

  @Test
  void offerShouldOweWhenTheDelegateHasADefect() {
    delegate.answer =
        asked -> {
          throw new AssertionError("a defect");
        };

    assertThat(owed(leg(LONG).offer(COURSE, paths("a.md"))).code()).isEqualTo("SENDING_DEFECT");
  }

  @Test
  void offerShouldOweAndStayInterruptedWhenItsThreadIsInterrupted() {
    hang();
    Thread.currentThread().interrupt();

    Offer offer = leg(LONG).offer(COURSE, paths("a.md"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(owed(offer).code()).isEqualTo("INTERRUPTED");
    assertThat(gaveUp).isEmpty();
  }

  @Test
  void flushShouldWaitForWhatIsLate() {
    hang();
    BudgetedLeg leg = leg(SHORT);
    leg.offer(COURSE, paths("a.md"));

    assertThat(leg.flush(Duration.ofMillis(5))).isFalse();
    hung.countDown();
    assertThat(leg.flush(LONG)).isTrue();
    assertThat(leg.flush(Duration.ZERO)).isTrue();
    delegate.flushed = false;
    assertThat(leg.flush(Duration.ZERO)).isFalse();
  }

  @Test
  void flushShouldEndWhenItsThreadIsInterrupted() {
    hang();
    BudgetedLeg leg = leg(SHORT);
    leg.offer(COURSE, paths("a.md"));
    Thread.currentThread().interrupt();

    assertThat(leg.flush(LONG)).isFalse();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void closeShouldEndWhatIsUnderWayAndCloseTheDelegate() throws Exception {
    hang();
    BudgetedLeg leg = new BudgetedLeg(delegate, SHORT, LONG, 2, threads, this::gaveUp);
    leg.offer(COURSE, paths("a.md"));

    leg.close();

    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(delegate.closed).isEqualTo(1);
    assertThat(owed(leg.offer(COURSE, paths("a.md"))).code()).isEqualTo("MIRROR_BUSY");
  }

  @Test
  void closeShouldEndWaitingWhenItsThreadIsInterrupted() {
    delegate.onClose = this::awaitUninterruptibly;
    BudgetedLeg leg = new BudgetedLeg(delegate, LONG, LONG, 2, threads, this::gaveUp);
    Thread.currentThread().interrupt();

    leg.close();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void closeShouldNotWaitForADelegateThatHangs() throws Exception {
    CompletableFuture<Boolean> daemon = new CompletableFuture<>();
    delegate.onClose =
        () -> {
          daemon.complete(Thread.currentThread().isDaemon());
          awaitUninterruptibly();
        };

    leg(LONG).close();

    assertThat(daemon.get(1, TimeUnit.MINUTES)).isTrue();
    assertThat(hung.getCount()).isEqualTo(1);
  }

  @Test
  void closeShouldEndWhenTheDelegateFailsToClose() {
    delegate.onClose =
        () -> {
          throw new StorageUnavailableException("DB_UNREACHABLE", "gone", "");
        };
    BudgetedLeg leg = new BudgetedLeg(delegate, LONG, LONG, 2, threads, this::gaveUp);

    leg.close();

    assertThat(delegate.closed).isEqualTo(1);
  }

  @Test
  void threadsShouldKeepNoProcessAlive() throws Exception {
    CompletableFuture<Boolean> daemon = new CompletableFuture<>();
    delegate.answer =
        asked -> {
          daemon.complete(Thread.currentThread().isDaemon());
          return new MirrorOutcome.Applied(1);
        };

    leg(LONG).offer(COURSE, paths("a.md"));

    assertThat(daemon.get(1, TimeUnit.MINUTES)).isTrue();
  }

  private void awaitUninterruptibly() {
    boolean waiting = true;
    while (waiting) {
      try {
        hung.await();
        waiting = false;
      } catch (InterruptedException e) {
        waiting = true;
      }
    }
  }
}
