package io.creatoros.core.sync;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits between tries; injected, so that tests never wait. */
@FunctionalInterface
public interface Pauses {

  /**
   * Waits before a try is repeated.
   *
   * @param failed how many tries failed so far, from 1
   */
  void afterTry(int failed) throws InterruptedException;

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
