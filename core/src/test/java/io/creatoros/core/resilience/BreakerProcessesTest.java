package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.ShakyMirror.START;
import static io.creatoros.core.resilience.ShakyMirror.assertSuspended;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.resilience.Breaker.State;
import io.creatoros.core.resilience.BreakerMemory.Trouble;
import io.creatoros.core.resilience.BreakerMemory.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Processes that live for a call or two tell each other what they found. */
class BreakerProcessesTest {

  private final ShakyMirror mirror = new ShakyMirror();
  private final Breaker breaker = mirror.breaker();

  @Test
  void failuresOfProcessesInARowShouldOpenBreaker() {
    mirror.failCalls(mirror.breaker(), 1);
    mirror.failCalls(mirror.breaker(), 1);
    assertThat(mirror.memory.load().orElseThrow().until()).isEmpty();
    Breaker third = mirror.breaker();
    assertThat(third.state()).isEqualTo(State.CLOSED);
    mirror.failCalls(third, 1);

    assertThat(third.state()).isEqualTo(State.OPEN);
    assertThat(mirror.memory.load().orElseThrow())
        .isEqualTo(
            new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "connection refused"));
    assertSuspended(mirror.breaker());
  }

  @Test
  void answerToAnotherProcessShouldEndTheRow() {
    mirror.failCalls(mirror.breaker(), 2);
    mirror.down.set(false);
    mirror.breaker().guard(mirror::ask);

    mirror.failCalls(mirror.breaker(), 2);

    assertThat(mirror.breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void failuresShouldNotCountWhenTheyAreLongAgo() {
    mirror.failCalls(mirror.breaker(), 2);

    mirror.time.advance(Duration.ofSeconds(60));
    mirror.failCalls(mirror.breaker(), 1);

    assertThat(mirror.memory.load().orElseThrow().failures()).isEqualTo(1);
    assertThat(mirror.breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void failuresShouldCountWhenTheyAreNotYetLongAgo() {
    mirror.failCalls(mirror.breaker(), 2);

    mirror.time.advance(Duration.ofMillis(59_999));
    mirror.failCalls(mirror.breaker(), 1);

    assertThat(mirror.breaker().state()).isEqualTo(State.OPEN);
  }

  @Test
  void manyFailuresShouldNotOpenBreakerBeforeTheNext() {
    mirror.memory.save(new Trouble(9, START, START, Optional.empty(), "down"));

    Breaker next = mirror.breaker();

    assertThat(next.state()).isEqualTo(State.CLOSED);
    mirror.failCalls(next, 1);
    assertThat(next.state()).isEqualTo(State.OPEN);
  }

  @Test
  void processShouldProbeAfterTheRestOfTheTimeWhenItStartsWhileOpen() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "down"));
    mirror.time.advance(Duration.ofSeconds(3));
    Breaker next = mirror.breaker();
    assertSuspended(next);

    mirror.time.advance(Duration.ofMillis(1999));
    assertThat(mirror.probes).hasValue(0);
    mirror.time.advance(Duration.ofMillis(1));

    assertThat(mirror.probes).hasValue(1);
    assertThat(next.state()).isEqualTo(State.CLOSED);
    assertThat(mirror.memory.load()).isEmpty();
  }

  @Test
  void openStateShouldBeForgottenWhenItIsLongOver() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "down"));
    mirror.time.advance(Duration.ofSeconds(65));

    assertThat(mirror.breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void troubleOfTheFutureShouldCountForNothing() {
    Instant later = START.plusMillis(1);
    mirror.memory.save(new Trouble(3, START, later, Optional.of(later.plusSeconds(5)), "down"));

    assertThat(mirror.breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakerShouldNotWaitLongerThanItsOwnTime() {
    mirror.memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(3600)), "down"));
    Breaker next = mirror.breaker();
    assertSuspended(next);

    mirror.time.advance(Duration.ofSeconds(5));

    assertThat(mirror.probes).as("the other one's time is not over").hasValue(0);
    assertThat(mirror.time.tasks()).isEqualTo(1);
    mirror.memory.clear();
    mirror.time.advance(Duration.ofSeconds(5));
    assertThat(next.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakerShouldLookAgainSoonWhileAnotherProcessProbes() {
    mirror.failCalls(breaker, 3);
    Turn theirs = mirror.memory.tryTurn().orElseThrow();

    mirror.time.advance(Duration.ofSeconds(5));
    assertThat(mirror.probes).hasValue(0);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertSuspended(breaker);
    mirror.memory.clear();
    theirs.close();
    mirror.time.advance(Duration.ofSeconds(1));

    assertThat(mirror.probes).hasValue(0);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakersOfManyProcessesShouldProbeInTurn() {
    Breaker another = mirror.breaker();
    mirror.failCalls(breaker, 3);
    mirror.failCalls(another, 3);

    mirror.time.advance(Duration.ofSeconds(5));

    assertThat(mirror.probes).as("the second found what the first one told").hasValue(1);
    mirror.down.set(false);
    mirror.time.advance(Duration.ofSeconds(10));
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(another.state()).isEqualTo(State.CLOSED);
  }
}
