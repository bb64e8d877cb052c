package io.creatoros.core.resilience;

import io.creatoros.core.resilience.BreakerMemory.Trouble;
import io.creatoros.core.resilience.BreakerMemory.Turn;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares callers a mirror that does not answer. It opens when several calls in a row failed for
 * unavailability, time-outs included; a mirror that refuses something answers. While it is open no
 * call goes through. A background thread, which lives only then, probes the mirror, and closes the
 * breaker when it answers.
 *
 * <p>Processes that follow each other share failures and the open state through a {@link
 * BreakerMemory}: one that starts while the breaker is open skips the mirror at once, and of those
 * that come when the time is over, one tries it with its first call.
 *
 * <p>One for each mirror; outlives its {@link BreakerMirror}s. May be used from several threads.
 */
public final class Breaker implements AutoCloseable {

  /** The code of the exception that is thrown while it is open. */
  public static final String SUSPENDED = "MIRROR_SUSPENDED";

  private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
  private static final String RESUMED = "MIRROR_RESUMED";
  private static final Duration UNTIL_PROBED = Duration.ofDays(36_500);
  private static final int LOOKS_WHILE_OPEN = 5;

  private final BreakerPolicy policy;
  private final BreakerMemory memory;
  private final Runnable probe;
  private final Clock clock;
  private final ProbeTimer timer;
  private final CircuitBreaker circuit;
  private Optional<Trouble> trouble = Optional.empty();
  private Optional<Runnable> pending = Optional.empty();
  private boolean trialDue;
  private boolean shut;

  /** Whether calls go through. */
  public enum State {
    /** They do. */
    CLOSED,
    /** One is trying whether the mirror answers. */
    HALF_OPEN,
    /** They do not. */
    OPEN
  }

  /**
   * A breaker in the state that earlier processes left it in.
   *
   * @param probe asks the mirror something cheap, past this breaker, and throws what that throws;
   *     opens the mirror if it has to
   */
  public Breaker(BreakerPolicy policy, BreakerMemory memory, Runnable probe) {
    this(policy, memory, probe, Clock.systemUTC(), ProbeTimer.THREADS);
  }

  /** The same with a clock and a timer of the caller's. */
  public Breaker(
      BreakerPolicy policy, BreakerMemory memory, Runnable probe, Clock clock, ProbeTimer timer) {
    this.policy = policy;
    this.memory = memory;
    this.probe = probe;
    this.clock = clock;
    this.timer = timer;
    this.circuit = CircuitBreaker.of("creatoros-mirror", config(policy));
    memory.load().filter(told -> !told.last().isAfter(clock.instant())).ifPresent(this::inherit);
  }

  private static CircuitBreakerConfig config(BreakerPolicy policy) {
    return CircuitBreakerConfig.custom()
        .slidingWindow(policy.failures(), policy.failures(), SlidingWindowType.COUNT_BASED)
        .failureRateThreshold(100)
        .waitDurationInOpenState(UNTIL_PROBED)
        .build();
  }

  /** Takes up the trouble of an earlier process, as far as it is not too old to count. */
  private synchronized void inherit(Trouble told) {
    Instant now = clock.instant();
    Instant forgotten = told.until().orElse(told.last()).plus(policy.memorable());
    boolean open = told.until().isPresent() && now.isBefore(forgotten);
    if (open) {
      trouble = Optional.of(told);
      circuit.transitionToOpenState();
      trialDue = !now.isBefore(told.until().get());
      if (!trialDue) {
        probeAfter(Duration.between(now, told.until().get()));
      }
    } else if (now.isBefore(forgotten)) {
      trouble = Optional.of(told);
      for (int i = 0; i < Math.min(told.failures(), policy.failures() - 1); i++) {
        countFailure();
      }
    }
  }

  /** Whether calls go through now. */
  public State state() {
    return switch (circuit.getState()) {
      case OPEN -> State.OPEN;
      case HALF_OPEN -> State.HALF_OPEN;
      default -> State.CLOSED;
    };
  }

  /**
   * Calls the mirror. A call whose thread is interrupted tells nothing of it.
   *
   * @throws StorageUnavailableException with code {@link #SUSPENDED} if no call goes through now
   */
  public <T> T guard(Supplier<T> call) {
    return guard(call, true);
  }

  /**
   * Opens the mirror, or gives it if it is open already, which is no sign that it answers: unlike
   * any other call it ends no row of failures.
   *
   * @throws StorageUnavailableException with code {@link #SUSPENDED} if no call goes through now
   */
  public <T> T guardOpening(Supplier<T> opening) {
    return guard(opening, false);
  }

  private <T> T guard(Supplier<T> call, boolean telling) {
    Optional<Turn> trial = admit();
    try {
      T answer = call.get();
      if (telling || trial.isPresent()) {
        answered(trial.isPresent());
      }
      return answer;
    } catch (StorageUnavailableException e) {
      if (!Thread.currentThread().isInterrupted()) {
        failed(e, trial.isPresent());
      }
      throw e;
    } catch (StorageException e) {
      answered(trial.isPresent());
      throw e;
    } finally {
      trial.ifPresent(this::giveBack);
    }
  }

  /** Why a call would not go through now; empty when it is worth trying. */
  public synchronized Optional<StorageUnavailableException> refusal() {
    boolean passing = state() == State.CLOSED || trialDue;
    return passing ? Optional.empty() : Optional.of(suspended());
  }

  /** Counts a call as failed that nobody waits for any more. */
  public void gaveUp(StorageUnavailableException failure) {
    failed(failure, false);
  }

  /** Ends the probing. */
  @Override
  public synchronized void close() {
    shut = true;
    pending.ifPresent(Runnable::run);
    pending = Optional.empty();
  }

  private synchronized Optional<Turn> admit() {
    boolean trying = trialDue && isStillDue();
    if (state() == State.CLOSED) {
      return Optional.empty();
    }
    Optional<Turn> turn = trying ? memory.tryTurn() : Optional.empty();
    if (turn.isEmpty()) {
      throw suspended();
    }
    trialDue = false;
    circuit.transitionToHalfOpenState();
    return turn;
  }

  private StorageUnavailableException suspended() {
    Trouble known = trouble.orElseThrow();
    return new StorageUnavailableException(
        SUSPENDED,
        "the mirror is not asked now: it has not answered since "
            + seconds(known.since())
            + " ("
            + known.reason()
            + "), and is tried again at "
            + seconds(known.until().orElseThrow()),
        "once it answers: creatoros sync");
  }

  /** A call that was let through answered; one from before the breaker opened decides nothing. */
  private synchronized void answered(boolean trial) {
    if (trial) {
      resume();
    } else if (state() == State.CLOSED) {
      circuit.onSuccess(0, TimeUnit.NANOSECONDS);
      forget();
    }
  }

  private synchronized void failed(StorageUnavailableException failure, boolean trial) {
    if (trial) {
      suspend(failure);
    } else if (state() == State.CLOSED) {
      countFailure();
      if (state() == State.OPEN) {
        suspend(failure);
        LOG.atWarn()
            .addKeyValue("code", SUSPENDED)
            .log("{}: {}", SUSPENDED, suspended().getMessage());
      } else {
        tell(failure, Optional.empty());
      }
    }
  }

  private void countFailure() {
    circuit.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(SUSPENDED));
  }

  /** After a trial that neither answered nor failed by itself the next call is one again. */
  private synchronized void giveBack(Turn turn) {
    if (state() == State.HALF_OPEN) {
      circuit.transitionToOpenState();
      trialDue = true;
    }
    turn.close();
  }

  private void suspend(StorageUnavailableException failure) {
    if (state() != State.OPEN) {
      circuit.transitionToOpenState();
    }
    tell(failure, Optional.of(clock.instant().plus(policy.openFor())));
    probeAfter(policy.openFor());
  }

  private void resume() {
    trialDue = false;
    circuit.transitionToClosedState();
    trouble.ifPresent(
        ended ->
            LOG.atInfo()
                .addKeyValue("code", RESUMED)
                .log("{}: the mirror answers, as not since {}", RESUMED, ended.since()));
    forget();
  }

  private void tell(StorageUnavailableException failure, Optional<Instant> until) {
    Instant now = clock.instant();
    Trouble told =
        new Trouble(
            trouble.map(before -> before.failures() + 1).orElse(1),
            trouble.map(Trouble::since).orElse(now),
            now,
            until,
            String.valueOf(failure.getMessage()));
    trouble = Optional.of(told);
    memory.save(told);
  }

  private void forget() {
    if (trouble.isPresent()) {
      trouble = Optional.empty();
      memory.clear();
    }
  }

  private void probeAfter(Duration delay) {
    if (!shut) {
      Duration longest = policy.openFor();
      pending =
          Optional.of(
              timer.after(delay.compareTo(longest) < 0 ? delay : longest, this::probeInTurn));
    }
  }

  private void probeInTurn() {
    Optional<Turn> turn = turnToProbe();
    if (turn.isEmpty()) {
      return;
    }
    Optional<StorageUnavailableException> failure = Optional.empty();
    try {
      probe.run();
    } catch (StorageUnavailableException e) {
      failure = Optional.of(e);
    } catch (RuntimeException answered) {
      LOG.debug("the probe was answered by a failure", answered);
    } finally {
      probed(failure, turn.get());
    }
  }

  private synchronized Optional<Turn> turnToProbe() {
    if (shut || !isStillDue()) {
      return Optional.empty();
    }
    Optional<Turn> turn = memory.tryTurn();
    if (turn.isPresent()) {
      circuit.transitionToHalfOpenState();
    } else {
      probeAfter(policy.openFor().dividedBy(LOOKS_WHILE_OPEN));
    }
    return turn;
  }

  /** Whether nobody else tried the mirror meanwhile; what somebody found is taken for our own. */
  private boolean isStillDue() {
    Optional<Trouble> told = memory.load();
    if (told.isEmpty()) {
      resume();
      return false;
    }
    Instant now = clock.instant();
    Instant until = told.get().until().orElse(now);
    if (now.isBefore(until)) {
      trouble = told;
      trialDue = false;
      probeAfter(Duration.between(now, until));
      return false;
    }
    return true;
  }

  private synchronized void probed(Optional<StorageUnavailableException> failure, Turn turn) {
    failure.ifPresentOrElse(this::suspend, this::resume);
    turn.close();
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
