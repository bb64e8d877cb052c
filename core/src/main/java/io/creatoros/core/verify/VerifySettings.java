package io.creatoros.core.verify;

import java.time.Clock;

/**
 * How verifications are run.
 *
 * @param sizeLimit the largest file whose bytes are stored, in bytes
 * @param parallel how many courses are looked at at once
 * @param clock tells when a verification ended
 */
public record VerifySettings(long sizeLimit, int parallel, Clock clock) {

  /**
   * @throws IllegalArgumentException if the limit is negative or nothing may run
   */
  public VerifySettings {
    if (sizeLimit < 0 || parallel < 1) {
      throw new IllegalArgumentException(
          "size limit " + sizeLimit + " and parallelism " + parallel + " cannot be");
    }
  }

  /** Two courses at once, by the system's clock. */
  public static VerifySettings withLimit(long sizeLimit) {
    return new VerifySettings(sizeLimit, 2, Clock.systemUTC());
  }
}
