package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.core.dualwrite.StubLeg.owed;
import static io.creatoros.core.dualwrite.StubLeg.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code opening ─ delegate}. */
@Timeout(60)
class OpeningLegTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final StubLeg delegate = new StubLeg();
  private final CountDownLatch hung = new CountDownLatch(1);
  private final AtomicInteger opened = new AtomicInteger();
  private final ExecutorService threads = DaemonThreads.one("test-opening");
  private final List<String> gaveUp = new ArrayList<>();
  private Runnable opening = opened::incrementAndGet;

  @AfterEach
  void letGo() {
    hung.countDown();
    threads.shutdownNow();
  }

  private OpeningLeg leg(Duration patience) {
    return new OpeningLeg(
        delegate, () -> opening.run(), patience, threads, failure -> gaveUp.add(failure.code()));
  }

  private void hang() {
    opening =
        () -> {
          try {
            hung.await();
          } catch (InterruptedException e) {
            throw new StorageUnavailableException("INTERRUPTED", "interrupted", "");
          }
          opened.incrementAndGet();
        };
  }

  @Test
  void offerShouldReachTheDelegateOnceTheMirrorIsOpen() {
    delegate.answer = asked -> new MirrorOutcome.Applied(opened.get());
    OpeningLeg leg = leg(LONG);

    Offer first = leg.offer(COURSE, paths("a.md"));
    Offer second = leg.offer(COURSE, paths("b.md"));

    assertThat(first.outcome()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(second.outcome()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(delegate.offers()).containsExactly("curso-de-horta a.md", "curso-de-horta b.md");
    assertThat(gaveUp).isEmpty();
  }

  @Test
  void offerShouldWaitForTheOpeningThatIsUnderWay() throws Exception {
    hang();
    OpeningLeg leg = leg(LONG);
    CompletableFuture<Offer> one =
        CompletableFuture.supplyAsync(() -> leg.offer(COURSE, paths("a.md")));
    CompletableFuture<Offer> other =
        CompletableFuture.supplyAsync(() -> leg.offer(COURSE, paths("b.md")));

    hung.countDown();

    assertThat(one.get().outcome()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(other.get().outcome()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(opened).hasValue(1);
  }

  @Test
  void offerShouldOweWhenTheMirrorCannotBeOpenedAndOpenItWithTheNext() {
    opening =
        () -> {
          throw new StorageUnavailableException("EMBEDDED_START_FAILED", "it ended", "look");
        };
    OpeningLeg leg = leg(LONG);

    Offer first = leg.offer(COURSE, paths("a.md"));
    opening = opened::incrementAndGet;
    Offer second = leg.offer(COURSE, paths("a.md"));

    assertThat(owed(first).reason()).isEqualTo(OwedReason.UNAVAILABLE);
    assertThat(owed(first).code()).isEqualTo("EMBEDDED_START_FAILED");
    assertThat(second.outcome()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(delegate.offers()).hasSize(1);
    assertThat(gaveUp).isEmpty();
  }

  @Test
  void offerShouldOweWhenOpeningHasADefect() {
    opening =
        () -> {
          throw new AssertionError("a defect");
        };

    assertThat(owed(leg(LONG).offer(COURSE, paths("a.md"))).code()).isEqualTo("SENDING_DEFECT");
  }

  @Test
  void offerShouldOweWhenTheMirrorIsNotOpenInTime() {
    hang();

    Offer offer = leg(SHORT).offer(COURSE, paths("a.md"));

    assertThat(owed(offer).reason()).isEqualTo(OwedReason.TIMEOUT);
    assertThat(owed(offer).code()).isEqualTo("MIRROR_TIMEOUT");
    assertThat(owed(offer).message()).contains("not open within 20 ms");
    assertThat(gaveUp).containsExactly("MIRROR_TIMEOUT");
    assertThat(delegate.offers()).isEmpty();
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
  void closeShouldEndOpeningAndCloseTheDelegate() throws Exception {
    hang();
    OpeningLeg leg = leg(SHORT);
    leg.offer(COURSE, paths("a.md"));

    leg.close();

    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(opened).hasValue(0);
    assertThat(delegate.closed).isEqualTo(1);
    assertThat(owed(leg.offer(COURSE, paths("a.md"))).code()).isEqualTo("WRITER_CLOSED");
  }

  @Test
  void offerShouldWaitNoLongerWhenTheLegIsClosed() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CompletableFuture<Void> deaf = new CompletableFuture<>();
    opening =
        () -> {
          reached.countDown();
          deaf.join();
        };
    OpeningLeg leg = leg(LONG);
    CompletableFuture<Offer> waiting =
        CompletableFuture.supplyAsync(() -> leg.offer(COURSE, paths("a.md")));
    reached.await();

    leg.close();

    assertThat(owed(waiting.get(30, TimeUnit.SECONDS)).code()).isEqualTo("WRITER_CLOSED");
    assertThat(gaveUp).isEmpty();
    assertThat(delegate.offers()).isEmpty();
    deaf.complete(null);
  }

  @Test
  void flushShouldReachTheDelegate() {
    delegate.flushed = false;

    assertThat(leg(LONG).flush(Duration.ZERO)).isFalse();
  }
}
