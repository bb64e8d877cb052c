package io.creatoros.core.resilience;

import java.time.Duration;

/**
 * When a {@link Breaker} opens, and for how long.
 *
 * @param failures how many calls in a row have to fail
 * @param openFor how long no call goes to the mirror then, and after each probe that failed
 * @param memorable for how long the failures of earlier processes count
 */
public record BreakerPolicy(int failures, Duration openFor, Duration memorable) {

  /** Three failures, five seconds, one minute. */
  public static final BreakerPolicy DEFAULT =
      new BreakerPolicy(3, Duration.ofSeconds(5), Duration.ofMinutes(1));

  public BreakerPolicy {
    if (failures < 1 || openFor.isNegative() || openFor.isZero()) {
      throw new IllegalArgumentException(
          "a breaker opens after at least one failure, for some time: "
              + failures
              + ", "
              + openFor);
    }
  }
}
