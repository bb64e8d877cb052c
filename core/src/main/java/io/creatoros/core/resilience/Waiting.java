package io.creatoros.core.resilience;

import java.time.Duration;

/** How a thread waits; injected, so that tests never do. */
@FunctionalInterface
public interface Waiting {

  /** Sleeping. */
  Waiting SLEEPING = time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);

  /** Waits that long. */
  void pause(Duration time) throws InterruptedException;
}
