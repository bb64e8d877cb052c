package io.creatoros.postgres;

import java.time.Duration;

/** Refuses settings that make no sense. */
final class Checks {

  private Checks() {}

  static void atLeast(Duration shortest, Duration actual, String name) {
    require(
        actual.compareTo(shortest) >= 0,
        "the " + name + " " + actual + " is shorter than " + shortest);
  }

  static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
