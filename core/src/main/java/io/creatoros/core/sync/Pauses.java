package io.creatoros.core.sync;

import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits between tries; injected, so that tests never wait. */
@FunctionalInterface
public interface Pauses {

  /** The longest that a mirror is left alone because it asks for it. */
  Duration LONGEST_ASKED = Duration.ofSeconds(30);

  /**
   * Waits before a try is repeated.
   *
   * @param failed how many tries failed so far, from 1
   */
  void afterTry(int failed) throws InterruptedException;

  /**
   * Waits before a call is repeated that a mirror could not answer now: as {@link #afterTry} does,
   * and then as long as the mirror asks to be left alone, at most {@link #LONGEST_ASKED}.
   *
   * @param failed how many tries failed so far, from 1
   */
  default void afterFailure(int failed, StorageUnavailableException failure)
      throws InterruptedException {
    afterTry(failed);
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    Thread.sleep((asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED).toMillis());
  }

  /**
   * Exponential back-off with full jitter: a random time up to {@code first} doubled with every
   * failed try, at most {@code longest}.
   */
  static Pauses jittered(Duration first, Duration longest) {
    return failed -> {
      long cap = Math.min(longest.toMillis(), first.toMillis() << Math.min(failed - 1, 20));
      Thread.sleep(ThreadLocalRandom.current().nextLong(Math.max(1, cap) + 1));
    };
  }
}
