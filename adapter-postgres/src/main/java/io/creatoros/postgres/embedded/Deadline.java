package io.creatoros.postgres.embedded;

import java.time.Duration;

/** The moment at which waiting ends. */
final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline after(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  /** Half of what is left of this one. */
  Deadline half() {
    return new Deadline(System.nanoTime() + remainingNanos() / 2);
  }

  boolean passed() {
    return remainingNanos() == 0;
  }

  long remainingNanos() {
    return Math.max(0, end - System.nanoTime());
  }

  void pause(Duration step) {
    try {
      Thread.sleep(Math.min(step.toMillis(), remainingNanos() / 1_000_000 + 1));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static EmbeddedServerException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new EmbeddedServerException(
        "EMBEDDED_INTERRUPTED", "interrupted while waiting for the embedded server", cause);
  }
}
