package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.ShakyMirror.START;
import static io.creatoros.core.resilience.ShakyMirror.assertSuspended;
import static io.creatoros.core.resilience.ShakyMirror.fail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.resilience.Breaker.State;
import io.creatoros.core.resilience.BreakerMemory.Trouble;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 *
 *
 * <pre>
 *            three failures in a row             time over
 *   CLOSED ────────────────────────► OPEN ◄────────────────► HALF_OPEN (probe, or first call)
 *      ▲                                     not answering       │
 *      └─────────────────────────────────────────────────────────┘ answering
 * </pre>
 */
class BreakerTest {

  private final ShakyMirror mirror = new ShakyMirror();
  private final Breaker breaker = mirror.breaker();

  @Test
  void refusalShouldTellWhetherACallIsWorthTrying() {
    assertThat(breaker.refusal()).isEmpty();

    mirror.failCalls(breaker, 3);
    Breaker next = mirror.breaker();

    assertThat(breaker.refusal()).map(StorageException::code).contains(Breaker.SUSPENDED);
    assertThat(next.refusal()).map(StorageException::code).contains(Breaker.SUSPENDED);
    mirror.down.set(false);
    mirror.time.advance(BreakerPolicy.DEFAULT.openFor());
    assertThat(breaker.refusal()).isEmpty();
  }

  @Test
  void callShouldGoThroughWhileClosed() {
    assertThat(breaker.guard(mirror::ask)).isEqualTo("answer");

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(mirror.memory.load()).isEmpty();
    assertThat(mirror.time.tasks()).isZero();
  }

  @Test
  void breakerShouldOpenWhenThreeCallsInARowFail() {
    mirror.failCalls(breaker, 2);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    mirror.failCalls(breaker, 1);

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertSuspended(breaker);
  }

  @Test
  void breakerShouldStayClosedWhenACallAmongThemAnswers() {
    mirror.failCalls(breaker, 2);
    mirror.down.set(false);
    breaker.guard(mirror::ask);
    mirror.failCalls(breaker, 2);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(mirror.memory.load().orElseThrow().failures()).isEqualTo(2);
  }

  @Test
  void refusalShouldCountAsAnAnswer() {
    StorageRejectedException refused = new StorageRejectedException("DB_REJECTED", "no", "");
    mirror.failCalls(breaker, 2);
    assertThatThrownBy(() -> breaker.guard(() -> fail(refused))).isSameAs(refused);
    mirror.failCalls(breaker, 2);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> breaker.guard(() -> fail(refused))).isSameAs(refused);
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(mirror.memory.load()).isEmpty();
  }

  @Test
  void defectShouldCountForNothing() {
    mirror.failCalls(breaker, 2);
    IllegalStateException defect = new IllegalStateException();
    assertThatThrownBy(() -> breaker.guard(() -> fail(defect))).isSameAs(defect);
    mirror.failCalls(breaker, 1);

    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void callThatWasInterruptedShouldCountForNothing() {
    mirror.failCalls(breaker, 2);
    Thread.currentThread().interrupt();
    mirror.failCalls(breaker, 1);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(mirror.memory.load().orElseThrow().failures()).isEqualTo(2);
  }

  @Test
  void callGivenUpShouldCountAsFailed() {
    for (int i = 0; i < 3; i++) {
      breaker.gaveUp(new StorageUnavailableException("DB_TIMEOUT", "no answer in 2 s", ""));
    }

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    breaker.gaveUp(new StorageUnavailableException("DB_TIMEOUT", "no answer in 2 s", ""));
    assertThat(mirror.memory.load().orElseThrow().failures()).isEqualTo(3);
  }

  @Test
  void suspendedCallShouldSaySinceWhenWhyAndUntilWhen() {
    mirror.failCalls(breaker, 1);
    mirror.time.advance(Duration.ofSeconds(2));
    mirror.failCalls(breaker, 2);

    assertThatThrownBy(() -> breaker.guard(mirror::ask))
        .hasMessage(
            "the mirror is not asked now: it has not answered since 2026-03-01T10:00:00Z "
                + "(connection refused), and is tried again at 2026-03-01T10:00:07Z")
        .extracting(e -> ((StorageException) e).remedy())
        .isEqualTo(Optional.of("once it answers: creatoros sync"));
  }

  @Test
  void answerFromBeforeItOpenedShouldDecideNothing() {
    assertThat(
            breaker.guard(
                () -> {
                  mirror.failCalls(breaker, 3);
                  return "late";
                }))
        .isEqualTo("late");
    assertThat(breaker.state()).isEqualTo(State.OPEN);

    mirror.down.set(false);
    mirror.time.advance(Duration.ofSeconds(5));
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void failureFromBeforeItOpenedShouldChangeNothing() {
    assertThatThrownBy(
            () ->
                breaker.guard(
                    () -> {
                      mirror.failCalls(breaker, 3);
                      return mirror.ask();
                    }))
        .hasMessage("connection refused");

    assertThat(mirror.memory.load().orElseThrow().failures()).isEqualTo(3);
    assertThat(mirror.time.tasks()).isEqualTo(1);
  }

  @Test
  void policyShouldBeRefusedWhenItWouldNeverOpen() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new BreakerPolicy(0, second, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0, PT1S");
    assertThatThrownBy(() -> new BreakerPolicy(1, Duration.ZERO, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BreakerPolicy(1, second.negated(), second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Trouble(0, START, START, Optional.empty(), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
