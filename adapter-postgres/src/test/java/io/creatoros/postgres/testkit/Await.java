package io.creatoros.postgres.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that another process or thread does, for a bounded time. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long STEP_NANOS = Duration.ofMillis(5).toNanos();

  private Await() {}

  /** Returns once the condition holds; fails after five minutes, or when the condition throws. */
  public static void until(String what, Callable<Boolean> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(what, condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  private static boolean holds(String what, Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      throw new AssertionError("failed while waiting: " + what, e);
    }
  }
}
