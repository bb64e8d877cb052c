package io.creatoros.core.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.resilience.Breaker.State;
import io.creatoros.core.resilience.BreakerMemory.Trouble;
import io.creatoros.core.resilience.BreakerMemory.Turn;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.InMemoryBreakerMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static final Instant START = Instant.parse("2026-03-01T10:00:00.5Z");

  private final ManualTime time = new ManualTime(START);
  private final InMemoryBreakerMemory memory = new InMemoryBreakerMemory();
  private final AtomicBoolean down = new AtomicBoolean();
  private final AtomicInteger probes = new AtomicInteger();
  private final Breaker breaker = breaker();

  private Breaker breaker() {
    return new Breaker(BreakerPolicy.DEFAULT, memory, this::probe, time, time);
  }

  private void probe() {
    probes.incrementAndGet();
    ask();
  }

  private String ask() {
    if (down.get()) {
      throw new StorageUnavailableException("DB_UNREACHABLE", "connection refused", "");
    }
    return "answer";
  }

  private void failCalls(Breaker through, int calls) {
    down.set(true);
    for (int i = 0; i < calls; i++) {
      assertThatThrownBy(() -> through.guard(this::ask)).hasMessage("connection refused");
    }
  }

  private static void assertSuspended(Breaker breaker) {
    AtomicBoolean called = new AtomicBoolean();
    assertThatThrownBy(() -> breaker.guard(() -> called.getAndSet(true)))
        .isInstanceOf(StorageUnavailableException.class)
        .extracting(e -> ((StorageException) e).code())
        .isEqualTo(Breaker.SUSPENDED);
    assertThat(called).isFalse();
  }

  @Test
  void refusalShouldTellWhetherACallIsWorthTrying() {
    assertThat(breaker.refusal()).isEmpty();

    failCalls(breaker, 3);
    Breaker next = breaker();

    assertThat(breaker.refusal()).map(StorageException::code).contains(Breaker.SUSPENDED);
    assertThat(next.refusal()).map(StorageException::code).contains(Breaker.SUSPENDED);
    down.set(false);
    time.advance(BreakerPolicy.DEFAULT.openFor());
    assertThat(breaker.refusal()).isEmpty();
  }

  @Test
  void refusalShouldLetTheFirstCallOfAProcessTryWhenTheTimeIsOver() {
    failCalls(breaker, 3);
    breaker.close();
    time.advance(BreakerPolicy.DEFAULT.openFor());

    assertThat(breaker().refusal()).isEmpty();
  }

  @Test
  void callShouldGoThroughWhileClosed() {
    assertThat(breaker.guard(this::ask)).isEqualTo("answer");

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(memory.load()).isEmpty();
    assertThat(time.tasks()).isZero();
  }

  @Test
  void breakerShouldOpenWhenThreeCallsInARowFail() {
    failCalls(breaker, 2);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    failCalls(breaker, 1);

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertSuspended(breaker);
  }

  @Test
  void breakerShouldStayClosedWhenACallAmongThemAnswers() {
    failCalls(breaker, 2);
    down.set(false);
    breaker.guard(this::ask);
    failCalls(breaker, 2);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(memory.load().orElseThrow().failures()).isEqualTo(2);
  }

  @Test
  void refusalShouldCountAsAnAnswer() {
    StorageRejectedException refused = new StorageRejectedException("DB_REJECTED", "no", "");
    failCalls(breaker, 2);
    assertThatThrownBy(() -> breaker.guard(() -> fail(refused))).isSameAs(refused);
    failCalls(breaker, 2);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> breaker.guard(() -> fail(refused))).isSameAs(refused);
    }
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(memory.load()).isEmpty();
  }

  @Test
  void defectShouldCountForNothing() {
    failCalls(breaker, 2);
    IllegalStateException defect = new IllegalStateException();
    assertThatThrownBy(() -> breaker.guard(() -> fail(defect))).isSameAs(defect);
    failCalls(breaker, 1);

    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void callGivenUpShouldCountAsFailed() {
    for (int i = 0; i < 3; i++) {
      breaker.gaveUp(new StorageUnavailableException("DB_TIMEOUT", "no answer in 2 s", ""));
    }

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    breaker.gaveUp(new StorageUnavailableException("DB_TIMEOUT", "no answer in 2 s", ""));
    assertThat(memory.load().orElseThrow().failures()).isEqualTo(3);
  }

  @Test
  void suspendedCallShouldSaySinceWhenWhyAndUntilWhen() {
    failCalls(breaker, 1);
    time.advance(Duration.ofSeconds(2));
    failCalls(breaker, 2);

    assertThatThrownBy(() -> breaker.guard(this::ask))
        .hasMessage(
            "the mirror is not asked now: it has not answered since 2026-03-01T10:00:00Z "
                + "(connection refused), and is tried again at 2026-03-01T10:00:07Z")
        .extracting(e -> ((StorageException) e).remedy())
        .isEqualTo(Optional.of("once it answers: creatoros sync"));
  }

  @Test
  void probeShouldCloseBreakerWhenMirrorAnswersAgain() {
    failCalls(breaker, 3);
    down.set(false);

    time.advance(Duration.ofMillis(4999));
    assertThat(probes).hasValue(0);
    assertSuspended(breaker);
    time.advance(Duration.ofMillis(1));

    assertThat(probes).hasValue(1);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.guard(this::ask)).isEqualTo("answer");
    assertThat(memory.load()).isEmpty();
    assertThat(time.tasks()).as("no thread while closed").isZero();
  }

  @Test
  void probeShouldBeRepeatedUntilMirrorAnswers() {
    failCalls(breaker, 3);

    for (int i = 1; i <= 3; i++) {
      time.advance(Duration.ofSeconds(5));
      assertThat(probes).hasValue(i);
      assertThat(breaker.state()).isEqualTo(State.OPEN);
      assertThat(time.tasks()).isEqualTo(1);
      assertSuspended(breaker);
    }
    Trouble told = memory.load().orElseThrow();
    assertThat(told.since()).isEqualTo(START);
    assertThat(told.last()).isEqualTo(START.plusSeconds(15));
    assertThat(told.until()).contains(START.plusSeconds(20));
    assertThat(told.failures()).isEqualTo(6);
    down.set(false);
    time.advance(Duration.ofSeconds(5));
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void probeShouldCloseBreakerWhenMirrorRefusesOrProbeIsDefect() {
    for (RuntimeException answer :
        new RuntimeException[] {
          new StorageRejectedException("DB_REJECTED", "no", ""), new IllegalStateException("defect")
        }) {
      Breaker other = new Breaker(BreakerPolicy.DEFAULT, memory, () -> fail(answer), time, time);
      failCalls(other, 3);

      time.advance(Duration.ofSeconds(5));

      assertThat(other.state()).isEqualTo(State.CLOSED);
    }
  }

  @Test
  void probeThatDiesShouldLeaveBreakerClosed() {
    Breaker other =
        new Breaker(
            BreakerPolicy.DEFAULT,
            memory,
            () -> {
              throw new StackOverflowError();
            },
            time,
            time);
    failCalls(other, 3);

    assertThatThrownBy(() -> time.advance(Duration.ofSeconds(5)))
        .isInstanceOf(StackOverflowError.class);

    assertThat(other.state()).isEqualTo(State.CLOSED);
    assertThat(memory.tryTurn()).isPresent();
  }

  @Test
  void callsShouldBeSuspendedWhileProbeIsUnderWay() {
    Breaker[] probed = new Breaker[1];
    probed[0] =
        new Breaker(
            BreakerPolicy.DEFAULT,
            memory,
            () -> {
              assertThat(probed[0].state()).isEqualTo(State.HALF_OPEN);
              assertSuspended(probed[0]);
              probes.incrementAndGet();
            },
            time,
            time);
    failCalls(probed[0], 3);

    time.advance(Duration.ofSeconds(5));

    assertThat(probes).hasValue(1);
    assertThat(probed[0].state()).isEqualTo(State.CLOSED);
  }

  @Test
  void answerFromBeforeItOpenedShouldDecideNothing() {
    assertThat(
            breaker.guard(
                () -> {
                  failCalls(breaker, 3);
                  return "late";
                }))
        .isEqualTo("late");
    assertThat(breaker.state()).isEqualTo(State.OPEN);

    down.set(false);
    time.advance(Duration.ofSeconds(5));
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void failureFromBeforeItOpenedShouldChangeNothing() {
    assertThatThrownBy(
            () ->
                breaker.guard(
                    () -> {
                      failCalls(breaker, 3);
                      return ask();
                    }))
        .hasMessage("connection refused");

    assertThat(memory.load().orElseThrow().failures()).isEqualTo(3);
    assertThat(time.tasks()).isEqualTo(1);
  }

  @Test
  void closeShouldEndProbing() {
    failCalls(breaker, 3);

    breaker.close();
    breaker.close();

    assertThat(time.tasks()).isZero();
    time.advance(Duration.ofSeconds(60));
    assertThat(probes).hasValue(0);
  }

  @Test
  void probingShouldNotGoOnWhenBreakerIsClosedMeanwhile() {
    Breaker[] closing = new Breaker[1];
    closing[0] =
        new Breaker(
            BreakerPolicy.DEFAULT,
            memory,
            () -> {
              closing[0].close();
              ask();
            },
            time,
            time);
    failCalls(closing[0], 3);

    time.advance(Duration.ofSeconds(5));

    assertThat(time.tasks()).isZero();
  }

  @Test
  void probeThatWasGivenUpTooLateShouldNotAsk() {
    failCalls(breaker, 3);
    Runnable late = time.next();

    breaker.close();
    late.run();

    assertThat(probes).hasValue(0);
  }

  /** Processes that live for one call or two. */
  @Test
  void failuresOfProcessesInARowShouldOpenBreaker() {
    failCalls(breaker(), 1);
    failCalls(breaker(), 1);
    assertThat(memory.load().orElseThrow().until()).isEmpty();
    Breaker third = breaker();
    assertThat(third.state()).isEqualTo(State.CLOSED);
    failCalls(third, 1);

    assertThat(third.state()).isEqualTo(State.OPEN);
    assertThat(memory.load().orElseThrow())
        .isEqualTo(
            new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "connection refused"));
    assertSuspended(breaker());
  }

  @Test
  void answerToAnotherProcessShouldEndTheRow() {
    failCalls(breaker(), 2);
    down.set(false);
    breaker().guard(this::ask);

    failCalls(breaker(), 2);

    assertThat(breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void failuresShouldNotCountWhenTheyAreLongAgo() {
    failCalls(breaker(), 2);

    time.advance(Duration.ofSeconds(60));
    failCalls(breaker(), 1);

    assertThat(memory.load().orElseThrow().failures()).isEqualTo(1);
    assertThat(breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void failuresShouldCountWhenTheyAreNotYetLongAgo() {
    failCalls(breaker(), 2);

    time.advance(Duration.ofMillis(59_999));
    failCalls(breaker(), 1);

    assertThat(breaker().state()).isEqualTo(State.OPEN);
  }

  @Test
  void manyFailuresShouldNotOpenBreakerBeforeTheNext() {
    memory.save(new Trouble(9, START, START, Optional.empty(), "down"));

    Breaker next = breaker();

    assertThat(next.state()).isEqualTo(State.CLOSED);
    failCalls(next, 1);
    assertThat(next.state()).isEqualTo(State.OPEN);
  }

  @Test
  void processShouldProbeAfterTheRestOfTheTimeWhenItStartsWhileOpen() {
    memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "down"));
    time.advance(Duration.ofSeconds(3));
    Breaker next = breaker();
    assertSuspended(next);

    time.advance(Duration.ofMillis(1999));
    assertThat(probes).hasValue(0);
    time.advance(Duration.ofMillis(1));

    assertThat(probes).hasValue(1);
    assertThat(next.state()).isEqualTo(State.CLOSED);
    assertThat(memory.load()).isEmpty();
  }

  @Test
  void firstCallShouldTryMirrorWhenProcessStartsAfterTheTime() {
    memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "down"));
    time.advance(Duration.ofSeconds(5));
    Breaker next = breaker();
    assertThat(next.state()).isEqualTo(State.OPEN);
    assertThat(time.tasks()).isZero();

    String answer =
        next.guard(
            () -> {
              assertThat(next.state()).isEqualTo(State.HALF_OPEN);
              assertSuspended(next);
              assertSuspended(breaker());
              return ask();
            });

    assertThat(answer).isEqualTo("answer");
    assertThat(next.state()).isEqualTo(State.CLOSED);
    assertThat(memory.load()).isEmpty();
    assertThat(memory.tryTurn()).isPresent();
  }

  @Test
  void breakerShouldOpenAgainWhenFirstCallFails() {
    memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "down"));
    time.advance(Duration.ofSeconds(6));
    Breaker next = breaker();

    failCalls(next, 1);

    assertThat(next.state()).isEqualTo(State.OPEN);
    assertSuspended(next);
    assertThat(memory.load().orElseThrow())
        .isEqualTo(
            new Trouble(
                4,
                START,
                START.plusSeconds(6),
                Optional.of(START.plusSeconds(11)),
                "connection refused"));
    assertThat(memory.tryTurn()).isPresent();
  }

  @Test
  void breakerShouldCloseWhenFirstCallIsRefused() {
    memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = breaker();
    StorageRejectedException refused = new StorageRejectedException("DB_REJECTED", "no", "");

    assertThatThrownBy(() -> next.guard(() -> fail(refused))).isSameAs(refused);

    assertThat(next.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void nextCallShouldTryMirrorWhenFirstOneHasADefect() {
    memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = breaker();
    IllegalStateException defect = new IllegalStateException();

    assertThatThrownBy(() -> next.guard(() -> fail(defect))).isSameAs(defect);

    assertThat(next.state()).isEqualTo(State.OPEN);
    assertThat(next.guard(this::ask)).isEqualTo("answer");
    assertThat(next.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void firstCallShouldBeSuspendedWhileAnotherProcessTries() {
    memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = breaker();
    Turn theirs = memory.tryTurn().orElseThrow();
    assertSuspended(next);

    theirs.close();

    assertThat(next.guard(this::ask)).isEqualTo("answer");
  }

  @Test
  void firstCallShouldHeedWhatAnotherProcessFoundMeanwhile() {
    memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = breaker();

    memory.save(new Trouble(4, START, START, Optional.of(START.plusSeconds(5)), "still down"));
    assertThatThrownBy(() -> next.guard(this::ask)).hasMessageContaining("still down");
    assertThat(time.tasks()).isEqualTo(1);
    time.advance(Duration.ofSeconds(5));

    assertThat(next.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void firstCallShouldGoThroughWhenAnotherProcessFoundMirrorAnswering() {
    memory.save(new Trouble(3, START, START, Optional.of(START), "down"));
    Breaker next = breaker();
    memory.clear();
    Turn theirs = memory.tryTurn().orElseThrow();

    assertThat(next.guard(this::ask)).isEqualTo("answer");
    assertThat(next.state()).isEqualTo(State.CLOSED);
    theirs.close();
    failCalls(next, 3);
    assertSuspended(next);
    assertThat(time.tasks()).as("one probe is to come").isEqualTo(1);
  }

  @Test
  void openStateShouldBeForgottenWhenItIsLongOver() {
    memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(5)), "down"));
    time.advance(Duration.ofSeconds(65));

    assertThat(breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void troubleOfTheFutureShouldCountForNothing() {
    Instant later = START.plusMillis(1);
    memory.save(new Trouble(3, START, later, Optional.of(later.plusSeconds(5)), "down"));

    assertThat(breaker().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakerShouldNotWaitLongerThanItsOwnTime() {
    memory.save(new Trouble(3, START, START, Optional.of(START.plusSeconds(3600)), "down"));
    Breaker next = breaker();
    assertSuspended(next);

    time.advance(Duration.ofSeconds(5));

    assertThat(probes).as("the other one's time is not over").hasValue(0);
    assertThat(time.tasks()).isEqualTo(1);
    memory.clear();
    time.advance(Duration.ofSeconds(5));
    assertThat(next.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakerShouldCloseWithoutProbeWhenMemoryIsLost() {
    failCalls(breaker, 3);
    memory.clear();

    time.advance(Duration.ofSeconds(5));

    assertThat(probes).hasValue(0);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakerShouldProbeWhenMemoryTellsOfFailuresOnly() {
    failCalls(breaker, 3);
    memory.save(new Trouble(1, START, START, Optional.empty(), "down"));

    time.advance(Duration.ofSeconds(5));

    assertThat(probes).hasValue(1);
  }

  @Test
  void breakerShouldLookAgainSoonWhileAnotherProcessProbes() {
    failCalls(breaker, 3);
    Turn theirs = memory.tryTurn().orElseThrow();

    time.advance(Duration.ofSeconds(5));
    assertThat(probes).hasValue(0);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertSuspended(breaker);
    memory.clear();
    theirs.close();
    time.advance(Duration.ofSeconds(1));

    assertThat(probes).hasValue(0);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void breakersOfManyProcessesShouldProbeInTurn() {
    Breaker another = breaker();
    failCalls(breaker, 3);
    failCalls(another, 3);

    time.advance(Duration.ofSeconds(5));

    assertThat(probes).as("the second found what the first one told").hasValue(1);
    down.set(false);
    time.advance(Duration.ofSeconds(10));
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(another.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void threadShouldLiveWhileOpenOnly() throws Exception {
    CountDownLatch probed = new CountDownLatch(1);
    BreakerPolicy quick = new BreakerPolicy(1, Duration.ofMillis(1), Duration.ofMinutes(1));
    try (Breaker real = new Breaker(quick, memory, probed::countDown)) {
      assertThat(probers()).isZero();
      failCalls(real, 1);

      probed.await();

      while (probers() > 0) {
        Thread.onSpinWait();
      }
      assertThat(real.state()).isEqualTo(State.CLOSED);
    }
  }

  @Test
  void threadShouldEndWhenBreakerIsClosed() {
    BreakerPolicy slow = new BreakerPolicy(1, Duration.ofHours(1), Duration.ofMinutes(1));
    Breaker real = new Breaker(slow, memory, probes::incrementAndGet);
    failCalls(real, 1);
    assertThat(probers()).isEqualTo(1);

    real.close();

    while (probers() > 0) {
      Thread.onSpinWait();
    }
    assertThat(probes).hasValue(0);
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

  private static long probers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("creatoros-mirror-probe"))
        .peek(thread -> assertThat(thread.isDaemon()).isTrue())
        .count();
  }

  private static <T> T fail(RuntimeException failure) {
    throw failure;
  }
}
