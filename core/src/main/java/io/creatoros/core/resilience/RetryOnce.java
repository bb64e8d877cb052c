package io.creatoros.core.resilience;

import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Repeats a call once when it failed in passing and its budget lasts. Between the two lies half to
 * one and a half times the given pause, by chance, and never more than is left of the budget: the
 * first step of an exponential back-off. A mirror that asks to be left alone for longer is; when
 * that is longer than the budget lasts, the call is not repeated. May be shared by threads.
 */
public final class RetryOnce {

  private static final String NAME = "creatoros-mirror";
  private static final int ATTEMPTS = 2;

  private final Duration pause;
  private final DoubleSupplier random;
  private final Waiting waiting;
  private final Runnable retried;

  /**
   * Repeats as it is told.
   *
   * @param pause the pause before the repetition, on average
   * @param random numbers from 0 to 1
   * @param retried is run when a call is repeated, for meters
   */
  public RetryOnce(Duration pause, DoubleSupplier random, Waiting waiting, Runnable retried) {
    this.pause = pause;
    this.random = random;
    this.waiting = waiting;
    this.retried = retried;
  }

  /**
   * Repeats after 50 milliseconds on average.
   *
   * @param retried is run when a call is repeated, for meters
   */
  public RetryOnce(Runnable retried) {
    this(
        Duration.ofMillis(50),
        () -> ThreadLocalRandom.current().nextDouble(),
        Waiting.SLEEPING,
        retried);
  }

  /**
   * Calls, and calls again if need be. An interrupt ends the waiting and stays to be seen; what
   * failed first is thrown then.
   *
   * @throws RuntimeException what the last call threw, with what the first threw as suppressed
   */
  <T> T call(Budget budget, Supplier<T> work) {
    RetryConfig config =
        RetryConfig.custom()
            .maxAttempts(ATTEMPTS)
            .retryOnException(failure -> isTransient(failure) && isWorthIt(failure, budget))
            .intervalBiFunction((attempt, failure) -> waited(failure.getLeft(), budget))
            .build();
    return Retry.of(NAME, config).executeSupplier(new Attempts<>(budget, work));
  }

  private static boolean isTransient(Throwable failure) {
    return failure instanceof StorageException storage && storage.isTransient();
  }

  private static boolean isWorthIt(Throwable failure, Budget budget) {
    return asked(failure).compareTo(budget.left()) < 0;
  }

  /** How long the mirror asks to be left alone; zero when it does not. */
  private static Duration asked(Throwable failure) {
    return failure instanceof StorageUnavailableException unavailable
        ? unavailable.retryAfter().orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  /**
   * Waits here, where the waiting is injected, so that the library has none left to do but to see
   * an interrupt.
   */
  private long waited(Throwable failure, Budget budget) {
    Duration own = Duration.ofNanos((long) (pause.toNanos() * (0.5 + random.getAsDouble())));
    Duration asked = asked(failure);
    Duration wanted = asked.compareTo(own) > 0 ? asked : own;
    Duration left = budget.left();
    try {
      waiting.pause(wanted.compareTo(left) < 0 ? wanted : left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private final class Attempts<T> implements Supplier<T> {

    private final Budget budget;
    private final Supplier<T> work;
    private Optional<RuntimeException> first = Optional.empty();

    Attempts(Budget budget, Supplier<T> work) {
      this.budget = budget;
      this.work = work;
    }

    @Override
    public T get() {
      first.ifPresent(this::again);
      try {
        return work.get();
      } catch (RuntimeException e) {
        first.filter(failure -> failure != e).ifPresent(e::addSuppressed);
        first = Optional.of(e);
        throw e;
      }
    }

    private void again(RuntimeException failure) {
      if (budget.isOver()) {
        throw failure;
      }
      retried.run();
    }
  }
}
