package io.creatoros.app.benchmark;

/** Prints what was measured. */
final class Figures {

  private Figures() {}

  /** One figure, as a ratio to its baseline. */
  static void row(String what, Timing measured, String baseline, Timing against) {
    print(
        "%s: %.2f× %s%n    %s against %s",
        what,
        measured.median() / against.median(),
        baseline,
        milliseconds(measured),
        milliseconds(against));
  }

  /** The same, with the time that 95 of 100 runs kept in parentheses. */
  static void percentiles(String what, Timing measured, String baseline, Timing against) {
    print(
        "%s: %.2f× %s%n    %.2f ms (%.2f) against %.2f ms (%.2f)",
        what,
        measured.median() / against.median(),
        baseline,
        measured.median(),
        measured.p95(),
        against.median(),
        against.p95());
  }

  static void print(String format, Object... arguments) {
    System.out.println(format.formatted(arguments));
  }

  private static String milliseconds(Timing timing) {
    String number = timing.median() < 10 ? "%.2f ms (%s)" : "%.0f ms (%s)";
    return number.formatted(timing.median(), timing.spread());
  }
}
