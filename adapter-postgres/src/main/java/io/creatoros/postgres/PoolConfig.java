package io.creatoros.postgres;

import java.time.Duration;

/**
 * The connections that a mirror holds. {@link #DEFAULTS} has the values named here.
 *
 * @param size the most connections held at once; 4
 * @param minIdle how many are kept open while nothing is asked, at most {@code size}; 1
 * @param idleTimeout after how long an unused connection above {@code minIdle} is closed; 10
 *     minutes
 * @param maxLifetime the age at which a connection is replaced; 30 minutes
 * @param keepalive how often an unused connection is used, so that nobody takes it for dead; zero
 *     for never; 2 minutes
 * @param validationTimeout how long an unused connection may take to show that it is alive, in
 *     effect at most the connect timeout; 5 seconds
 */
public record PoolConfig(
    int size,
    int minIdle,
    Duration idleTimeout,
    Duration maxLifetime,
    Duration keepalive,
    Duration validationTimeout) {

  /** What suits a laptop. */
  public static final PoolConfig DEFAULTS =
      new PoolConfig(
          4,
          1,
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofMinutes(2),
          Duration.ofSeconds(5));

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public PoolConfig {
    Checks.require(size > 0, "the pool size must be positive");
    Checks.require(minIdle >= 0, "the number of idle connections cannot be negative");
    Checks.atLeast(Duration.ofSeconds(10), idleTimeout, "idle timeout");
    Checks.atLeast(Duration.ofSeconds(30), maxLifetime, "maximum lifetime");
    Checks.require(
        keepalive.isZero()
            || (keepalive.compareTo(Duration.ofSeconds(30)) >= 0
                && keepalive.compareTo(maxLifetime) < 0),
        "the keepalive " + keepalive + " is neither zero nor from PT30S to below " + maxLifetime);
    Checks.atLeast(Duration.ofMillis(250), validationTimeout, "validation timeout");
  }

  /** These, with at most this many connections. */
  public PoolConfig withSize(int newSize) {
    return new PoolConfig(newSize, minIdle, idleTimeout, maxLifetime, keepalive, validationTimeout);
  }
}
