package io.creatoros.core.quality;

import java.util.List;

/**
 * Whether a lesson has a goal, a position and steps. The rules are those of the first scorer, so
 * that scores can be compared over time.
 *
 * @param goal whether it has a goal
 * @param position whether it has a position
 * @param steps whether it has steps
 * @param warnings what its parts lack, as codes: {@code NO_OUTCOMES}, {@code NO_EMPATHY}, {@code
 *     NO_SUBSECTIONS}
 */
public record GpsScore(boolean goal, boolean position, boolean steps, List<String> warnings) {

  /** The most points there are. */
  public static final int MOST = 30;

  public GpsScore {
    warnings = List.copyOf(warnings);
  }

  /** Ten points for each part. */
  public int points() {
    return (goal ? 10 : 0) + (position ? 10 : 0) + (steps ? 10 : 0);
  }

  /** Whether all three parts are there. */
  public boolean complete() {
    return goal && position && steps;
  }
}
