package io.creatoros.core.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryOnceTest {

  private static final StorageUnavailableException LOST = unavailable("connection lost");

  private final AtomicLong now = new AtomicLong();
  private final List<Duration> waited = new ArrayList<>();
  private final AtomicInteger retried = new AtomicInteger();
  private final Budget budget = Budget.of(Duration.ofSeconds(2), now::get);
  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private final AtomicInteger calls = new AtomicInteger();
  private double random = 0.5;

  private final Supplier<String> work =
      () -> {
        calls.incrementAndGet();
        if (!failures.isEmpty()) {
          throw failures.remove();
        }
        return "answer";
      };

  private RetryOnce retry() {
    return retry(
        time -> {
          waited.add(time);
          now.addAndGet(time.toNanos());
        });
  }

  private RetryOnce retry(Waiting waiting) {
    return new RetryOnce(
        Duration.ofMillis(50), () -> random, waiting, () -> retried.incrementAndGet());
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void callShouldAnswerAtOnceWhenNothingFails() {
    assertThat(retry().call(budget, work)).isEqualTo("answer");

    assertThat(calls).hasValue(1);
    assertThat(waited).isEmpty();
    assertThat(retried).hasValue(0);
  }

  @Test
  void callShouldAnswerWhenItFailedOnceInPassing() {
    failures.add(LOST);

    assertThat(retry().call(budget, work)).isEqualTo("answer");

    assertThat(calls).hasValue(2);
    assertThat(waited).containsExactly(Duration.ofMillis(50));
    assertThat(retried).hasValue(1);
  }

  @Test
  void waitingShouldBeHalfToOneAndAHalfTimesThePause() {
    for (double chance : new double[] {0, 1}) {
      random = chance;
      failures.add(LOST);
      retry().call(budget, work);
    }

    assertThat(waited).containsExactly(Duration.ofMillis(25), Duration.ofMillis(75));
  }

  @Test
  void callShouldThrowSecondFailureWithFirstWhenBothFail() {
    StorageUnavailableException first = unavailable("first");
    StorageUnavailableException second = unavailable("second");
    failures.addAll(List.of(first, second));

    assertThatThrownBy(() -> retry().call(budget, work))
        .isSameAs(second)
        .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(first));

    assertThat(calls).hasValue(2);
  }

  @Test
  void callShouldThrowItOnceWhenBothFailWithTheSame() {
    failures.addAll(List.of(LOST, LOST));

    assertThatThrownBy(() -> retry().call(budget, work))
        .isSameAs(LOST)
        .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
  }

  @Test
  void callShouldThrowDefectWithFirstFailureWhenTheRepetitionHasOne() {
    IllegalStateException defect = new IllegalStateException("defect");
    failures.addAll(List.of(LOST, defect));

    assertThatThrownBy(() -> retry().call(budget, work))
        .isSameAs(defect)
        .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(LOST));
  }

  @Test
  void callShouldNotBeRepeatedWhenFailureIsPermanent() {
    StorageRejectedException rejected = new StorageRejectedException("DB_REJECTED", "no", "");
    for (RuntimeException failure : List.of(rejected, new IllegalStateException("defect"))) {
      calls.set(0);
      failures.add(failure);

      assertThatThrownBy(() -> retry().call(budget, work)).isSameAs(failure);

      assertThat(calls).hasValue(1);
    }
    assertThat(waited).isEmpty();
  }

  @Test
  void callShouldNotBeRepeatedWhenBudgetIsOver() {
    failures.add(LOST);
    now.set(Duration.ofSeconds(2).toNanos());

    assertThatThrownBy(() -> retry().call(budget, work)).isSameAs(LOST);

    assertThat(calls).hasValue(1);
    assertThat(waited).isEmpty();
  }

  @Test
  void waitingShouldEndWithTheBudget() {
    failures.add(LOST);
    now.set(Duration.ofMillis(1990).toNanos());

    assertThatThrownBy(() -> retry().call(budget, work)).isSameAs(LOST);

    assertThat(waited).containsExactly(Duration.ofMillis(10));
    assertThat(calls).hasValue(1);
    assertThat(retried).hasValue(0);
  }

  @Test
  void callShouldBeRepeatedWhenSomeBudgetIsLeftAfterWaiting() {
    failures.add(LOST);
    now.set(Duration.ofMillis(1949).toNanos());

    assertThat(retry().call(budget, work)).isEqualTo("answer");
  }

  @Test
  void waitingShouldBeAsLongAsTheMirrorAsksWhenThatIsLonger() {
    failures.add(busyFor(Duration.ofSeconds(1)));

    assertThat(retry().call(budget, work)).isEqualTo("answer");

    assertThat(waited).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void waitingShouldBeThePauseWhenTheMirrorAsksForNoTime() {
    failures.add(busyFor(Duration.ZERO));

    assertThat(retry().call(budget, work)).isEqualTo("answer");

    assertThat(waited).containsExactly(Duration.ofMillis(50));
  }

  @Test
  void callShouldNotBeRepeatedWhenTheMirrorAsksForMoreThanTheBudget() {
    StorageUnavailableException busy = busyFor(Duration.ofSeconds(2));
    failures.add(busy);

    assertThatThrownBy(() -> retry().call(budget, work)).isSameAs(busy);

    assertThat(calls).hasValue(1);
    assertThat(waited).isEmpty();
  }

  @Test
  void interruptShouldEndWaitingAndStay() {
    failures.add(LOST);
    RetryOnce interrupted =
        retry(
            time -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> interrupted.call(budget, work)).isSameAs(LOST);

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(calls).hasValue(1);
    assertThat(retried).hasValue(0);
  }

  @Test
  void callShouldNotBeRepeatedWhenThreadWasInterruptedBefore() {
    failures.add(LOST);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> new RetryOnce(retried::incrementAndGet).call(budget, work))
        .isSameAs(LOST);

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(calls).hasValue(1);
  }

  @Test
  void callsShouldNotKnowOfEachOther() {
    RetryOnce retry = retry();
    for (int i = 0; i < 3; i++) {
      failures.add(LOST);
      assertThat(retry.call(budget, work)).isEqualTo("answer");
    }

    assertThat(calls).hasValue(6);
    assertThat(retried).hasValue(3);
  }

  private static StorageUnavailableException unavailable(String message) {
    return new StorageUnavailableException("DB_UNREACHABLE", message, "");
  }

  private static StorageUnavailableException busyFor(Duration time) {
    return new StorageUnavailableException(
        "DB_RATE_LIMITED", "too many requests", "", Optional.of(time), Optional.empty());
  }
}
