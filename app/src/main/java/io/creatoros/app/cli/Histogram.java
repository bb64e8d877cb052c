package io.creatoros.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntFunction;

/** A distribution as bars of signs. */
final class Histogram {

  private static final int LONGEST = 40;

  private Histogram() {}

  /**
   * Draws one.
   *
   * @param title what is counted
   * @param counts how often each value is there
   * @param label what a value is called
   */
  static List<String> lines(
      String title, SortedMap<Integer, Integer> counts, IntFunction<String> label) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int widest = String.valueOf(most).length();
    List<String> lines = new ArrayList<>();
    lines.add(title);
    counts.forEach(
        (value, count) ->
            lines.add(
                ("%7s  %" + widest + "d  %s")
                    .formatted(label.apply(value), count, "#".repeat(bar(count, most)))));
    if (counts.isEmpty()) {
      lines.add("  no lesson is scored");
    }
    return lines;
  }

  /** At least one sign for what is there at all. */
  private static int bar(int count, int most) {
    int scaled = most <= LONGEST ? count : (int) Math.round((double) count * LONGEST / most);
    return count > 0 ? Math.max(1, scaled) : 0;
  }
}
