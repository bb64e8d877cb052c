package io.creatoros.core.pull;

import java.time.Duration;

/**
 * How pulls are done.
 *
 * @param sizeLimit the largest file whose bytes are stored, in bytes
 * @param patience how long to wait for a course's lane
 */
public record PullSettings(long sizeLimit, Duration patience) {

  /**
   * @throws IllegalArgumentException if the limit or the patience is negative
   */
  public PullSettings {
    if (sizeLimit < 0 || patience.isNegative()) {
      throw new IllegalArgumentException("size limit and patience cannot be negative");
    }
  }
}
