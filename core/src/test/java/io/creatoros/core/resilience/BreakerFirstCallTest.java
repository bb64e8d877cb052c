package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.ShakyMirror.START;
import static io.creatoros.core.resilience.ShakyMirror.assertSuspended;
import static io.creatoros.core.resilience.ShakyMirror.fail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.resilience.Breaker.State;
import io.creatoros.core.resilience.BreakerMemory.Trouble;
import io.creatoros.core.resilience.BreakerMemory.Turn;
import io.creatoros.core.storage.StorageRejectedException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the time is over, the first call of a process tries the mirror. */
class BreakerFirstCallTest {

  private final ShakyMirror mirror = new ShakyMirror();
  private final Breaker breaker = mirror.breaker();

  @Test
  void refusalShouldLetTheFirstCallOfAProcessTryWhenTheTimeIsOver() {
    mirror.failCalls(breaker, 3);
    breaker.close();
    mirror.time.advance(BreakerPolicy.DEFAULT.openFor());

    assertThat(mirror.breaker().refusal()).isEmpty();
  }

  @Test
  void firstCallShouldTryMirrorWhenProcessStartsAfterTheTime() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "down"));
    mirror.time.advance(Duration.ofSeconds(5));
    Breaker next = mirror.breaker();
    assertThat(next.state()).isEqualTo(State.OPEN);
    assertThat(mirror.time.tasks()).isZero();

    String answer =
        next.guard(
            () -> {
              assertThat(next.state()).isEqualTo(State.HALF_OPEN);
              assertSuspended(next);
              assertSuspended(mirror.breaker());
              return mirror.ask();
            });

    assertThat(answer).isEqualTo("answer");
    assertThat(next.state()).isEqualTo(State.CLOSED);
    assertThat(mirror.memory.load()).isEmpty();
    assertThat(mirror.memory.tryTurn()).isPresent();
  }

  @Test
  void breakerShouldOpenAgainWhenFirstCallFails() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "down"));
    mirror.time.advance(Duration.ofSeconds(6));
    Breaker next = mirror.breaker();

    mirror.failCalls(next, 1);

    assertThat(next.state()).isEqualTo(State.OPEN);
    assertSuspended(next);
    assertThat(mirror.memory.load().orElseThrow())
        .isEqualTo(
            new Trouble(
                4,
                START,
                START.plusSeconds(6),
                Optional.of(START.plusSeconds(11)),
                "connection refused"));
    assertThat(mirror.memory.tryTurn()).isPresent();
  }

  @Test
  void breakerShouldCloseWhenFirstCallIsRefused() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = mirror.breaker();
    StorageRejectedException refused = new StorageRejectedException("DB_REJECTED", "no", "");

    assertThatThrownBy(() -> next.guard(() -> fail(refused))).isSameAs(refused);

    assertThat(next.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void nextCallShouldTryMirrorWhenFirstOneHasADefect() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = mirror.breaker();
    IllegalStateException defect = new IllegalStateException();

    assertThatThrownBy(() -> next.guard(() -> fail(defect))).isSameAs(defect);

    assertThat(next.state()).isEqualTo(State.OPEN);
    assertThat(next.guard(mirror::ask)).isEqualTo("answer");
    assertThat(next.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void firstCallShouldBeSuspendedWhileAnotherProcessTries() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = mirror.breaker();
    Turn theirs = mirror.memory.tryTurn().orElseThrow();
    assertSuspended(next);

    theirs.close();

    assertThat(next.guard(mirror::ask)).isEqualTo("answer");
  }

  @Test
  void firstCallShouldHeedWhatAnotherProcessFoundMeanwhile() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = mirror.breaker();

    mirror.memory.save(
        new Trouble(4, START, START, Optional.of(START.plusSeconds(5)), "still down"));
    assertThatThrownBy(() -> next.guard(mirror::ask)).hasMessageContaining("still down");
    assertThat(mirror.time.tasks()).isEqualTo(1);
    mirror.time.advance(Duration.ofSeconds(5));

    assertThat(next.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void firstCallShouldGoThroughWhenAnotherProcessFoundMirrorAnswering() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = mirror.breaker();
    mirror.memory.clear();
    Turn theirs = mirror.memory.tryTurn().orElseThrow();

    assertThat(next.guard(mirror::ask)).isEqualTo("answer");
    assertThat(next.state()).isEqualTo(State.CLOSED);
    theirs.close();
    mirror.failCalls(next, 3);
    assertSuspended(next);
    assertThat(mirror.time.tasks()).as("one probe is to come").isEqualTo(1);
  }
}
