package io.creatoros.core.resilience;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that one call may take in all, whatever it has to do. May be asked by any thread. */
public final class Budget {

  private final LongSupplier nanoTime;
  private final long deadline;

  private Budget(LongSupplier nanoTime, long deadline) {
    this.nanoTime = nanoTime;
    this.deadline = deadline;
  }

  /** A budget that begins now. */
  public static Budget of(Duration total) {
    return of(total, System::nanoTime);
  }

  /**
   * A budget that begins now.
   *
   * @param nanoTime a clock as {@link System#nanoTime} is one
   */
  public static Budget of(Duration total, LongSupplier nanoTime) {
    return new Budget(nanoTime, nanoTime.getAsLong() + total.toNanos());
  }

  /** What is left of it; zero when it is over. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, deadline - nanoTime.getAsLong()));
  }

  /** Whether nothing is left. */
  public boolean isOver() {
    return left().isZero();
  }
}
