package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.ShakyMirror.START;
import static io.creatoros.core.resilience.ShakyMirror.assertSuspended;
import static io.creatoros.core.resilience.ShakyMirror.fail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.resilience.Breaker.State;
import io.creatoros.core.resilience.BreakerMemory.Trouble;
import io.creatoros.core.storage.StorageRejectedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A background probe finds out when the mirror answers again, and lives only until then. */
@Timeout(60)
class BreakerProbeTest {

  private final ShakyMirror mirror = new ShakyMirror();
  private final Breaker breaker = mirror.breaker();

  @Test
  void probeShouldCloseBreakerWhenMirrorAnswersAgain() {
    mirror.failCalls(breaker, 3);
    mirror.down.set(false);

    mirror.time.advance(Duration.ofMillis(4999));
    assertThat(mirror.probes).hasValue(0);
    assertSuspended(breaker);
    mirror.time.advance(Duration.ofMillis(1));

    assertThat(mirror.probes).hasValue(1);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.guard(mirror::ask)).isEqualTo("answer");
    assertThat(mirror.memory.load()).isEmpty();
    assertThat(mirror.time.tasks()).as("no thread while closed").isZero();
  }

  @Test
  void probeShouldBeRepeatedUntilMirrorAnswers() {
    mirror.failCalls(breaker, 3);

    for (int i = 1; i <= 3; i++) {
      mirror.time.advance(Duration.ofSeconds(5));
      assertThat(mirror.probes).hasValue(i);
      assertThat(breaker.state()).isEqualTo(State.OPEN);
      assertThat(mirror.time.tasks()).isEqualTo(1);
      assertSuspended(breaker);
    }
    Trouble told = mirror.memory.load().orElseThrow();
    assertThat(told.since()).isEqualTo(START);
    assertThat(told.last()).isEqualTo(START.plusSeconds(15));
    assertThat(told.until()).contains(START.plusSeconds(20));
    assertThat(told.failures()).isEqualTo(6);
    mirror.down.set(false);
    mirror.time.advance(Duration.ofSeconds(5));
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void probeShouldCloseBreakerWhenMirrorRefusesOrProbeIsDefect() {
    for (RuntimeException answer :
        new RuntimeException[] {
          new StorageRejectedException("DB_REJECTED", "no", ""), new IllegalStateException("defect")
        }) {
      Breaker other =
          new Breaker(
              BreakerPolicy.DEFAULT, mirror.memory, () -> fail(answer), mirror.time, mirror.time);
      mirror.failCalls(other, 3);

      mirror.time.advance(Duration.ofSeconds(5));

      assertThat(other.state()).isEqualTo(State.CLOSED);
    }
  }

  @Test
  void probeThatDiesShouldLeaveBreakerClosed() {
    Breaker other =
        new Breaker(
            BreakerPolicy.DEFAULT,
            mirror.memory,
            () -> {
              throw new StackOverflowError();
            },
            mirror.time,
            mirror.time);
    mirror.failCalls(other, 3);

    assertThatThrownBy(() -> mirror.time.advance(Duration.ofSeconds(5)))
        .isInstanceOf(StackOverflowError.class);

    assertThat(other.state()).isEqualTo(State.CLOSED);
    assertThat(mirror.memory.tryTurn()).isPresent();
  }

  @Test
  void callsShouldBeSuspendedWhileProbeIsUnderWay() {
    Breaker[] probed = new Breaker[1];
    probed[0] =
        new Breaker(
            BreakerPolicy.DEFAULT,
            mirror.memory,
            () -> {
              assertThat(probed[0].state()).isEqualTo(State.HALF_OPEN);
              assertSuspended(probed[0]);
              mirror.probes.incrementAndGet();
            },
            mirror.time,
            mirror.time);
    mirror.failCalls(probed[0], 3);

    mirror.time.advance(Duration.ofSeconds(5));

    assertThat(mirror.probes).hasValue(1);
    assertThat(probed[0].state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakerShouldCloseWithoutProbeWhenMemoryIsLost() {
    mirror.failCalls(breaker, 3);
    mirror.memory.clear();

    mirror.time.advance(Duration.ofSeconds(5));

    assertThat(mirror.probes).hasValue(0);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakerShouldProbeWhenMemoryTellsOfFailuresOnly() {
    mirror.failCalls(breaker, 3);
    mirror.memory.save(new Trouble(1, START, START, Optional.empty(), "down"));

    mirror.time.advance(Duration.ofSeconds(5));

    assertThat(mirror.probes).hasValue(1);
  }

  @Test
  void closeShouldEndProbing() {
    mirror.failCalls(breaker, 3);

    breaker.close();
    breaker.close();

    assertThat(mirror.time.tasks()).isZero();
    mirror.time.advance(Duration.ofSeconds(60));
    assertThat(mirror.probes).hasValue(0);
  }

  @Test
  void probingShouldNotGoOnWhenBreakerIsClosedMeanwhile() {
    Breaker[] closing = new Breaker[1];
    closing[0] =
        new Breaker(
            BreakerPolicy.DEFAULT,
            mirror.memory,
            () -> {
              closing[0].close();
              mirror.ask();
            },
            mirror.time,
            mirror.time);
    mirror.failCalls(closing[0], 3);

    mirror.time.advance(Duration.ofSeconds(5));

    assertThat(mirror.time.tasks()).isZero();
  }

  @Test
  void probeThatWasGivenUpTooLateShouldNotAsk() {
    mirror.failCalls(breaker, 3);
    Runnable late = mirror.time.next();

    breaker.close();
    late.run();

    assertThat(mirror.probes).hasValue(0);
  }

  @Test
  void threadShouldLiveWhileOpenOnly() throws Exception {
    CountDownLatch probed = new CountDownLatch(1);
    BreakerPolicy quick = new BreakerPolicy(1, Duration.ofMillis(1), Duration.ofMinutes(1));
    try (Breaker real = new Breaker(quick, mirror.memory, probed::countDown)) {
      assertThat(probers()).isEmpty();
      mirror.failCalls(real, 1);

      probed.await();

      for (Thread prober : probers()) {
        prober.join();
      }
      assertThat(probers()).isEmpty();
      assertThat(real.state()).isEqualTo(State.CLOSED);
    }
  }

  @Test
  void threadShouldEndWhenBreakerIsClosed() throws Exception {
    BreakerPolicy slow = new BreakerPolicy(1, Duration.ofHours(1), Duration.ofMinutes(1));
    Breaker real = new Breaker(slow, mirror.memory, mirror.probes::incrementAndGet);
    mirror.failCalls(real, 1);
    List<Thread> started = probers();
    assertThat(started).hasSize(1).allMatch(Thread::isDaemon);

    real.close();

    started.get(0).join();
    assertThat(mirror.probes).hasValue(0);
  }

  private static List<Thread> probers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("creatoros-mirror-probe"))
        .toList();
  }
}
