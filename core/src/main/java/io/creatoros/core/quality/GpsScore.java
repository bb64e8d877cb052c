package io.creatoros.core.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Whether a lesson has a goal, a position and steps. The rules are those of the first scorer, so
 * that scores can be compared over time.
 *
 * @param goal whether it has a goal
 * @param position whether it has a position
 * @param steps whether it has steps
 * @param warnings what the parts that are there lack, as codes: {@link #NO_OUTCOMES}, {@link
 *     #NO_EMPATHY}, {@link #NO_SUBSECTIONS}
 */
public record GpsScore(boolean goal, boolean position, boolean steps, List<String> warnings) {

  /** The most points there are. */
  public static final int MOST = 30;

  /** The goal promises no outcomes. */
  public static final String NO_OUTCOMES = "NO_OUTCOMES";

  /** The position shows no empathy. */
  public static final String NO_EMPATHY = "NO_EMPATHY";

  /** The steps have no headings of their own. */
  public static final String NO_SUBSECTIONS = "NO_SUBSECTIONS";

  public GpsScore {
    warnings = List.copyOf(warnings);
  }

  /** Ten points for each part. */
  public int points() {
    return (goal ? 10 : 0) + (position ? 10 : 0) + (steps ? 10 : 0);
  }

  /** The points as a share of the most there are: 0.00, 0.33, 0.67 or 1.00. */
  public BigDecimal score() {
    return BigDecimal.valueOf(points()).divide(BigDecimal.valueOf(MOST), 2, RoundingMode.HALF_UP);
  }

  /** Whether all three parts are there. */
  public boolean complete() {
    return goal && position && steps;
  }
}
