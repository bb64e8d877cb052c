package io.creatoros.app.watch;

import java.time.Duration;

/**
 * How patient a watcher is.
 *
 * @param quiet how long nothing may have changed before a course is synchronised
 * @param longest how long a change waits at most while others follow
 * @param rescan how often everything is looked at, whatever was heard
 * @param deaf how often everything is looked at when changes of some folders are not heard
 * @param retry how long a course waits that could not be finished
 * @param firstPause how long to wait when the mirror fails; doubled with every further failure
 * @param longestPause how long to wait at most
 */
public record Timing(
    Duration quiet,
    Duration longest,
    Duration rescan,
    Duration deaf,
    Duration retry,
    Duration firstPause,
    Duration longestPause) {

  /** What people find prompt. */
  public static final Timing PROMPT =
      new Timing(
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30));

  /** The pause after so many failures in a row, from 1. */
  Duration pause(int failures) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
