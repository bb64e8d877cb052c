package io.creatoros.core.course;

import java.util.Comparator;

/**
 * The order of strings by their unsigned UTF-8 bytes: the order of {@code COLLATE "C"} in
 * PostgreSQL, which for well-formed text is the order of code points.
 */
public final class Utf8Order {

  /** The order itself. {@link String#compareTo} differs from it beyond the basic plane. */
  public static final Comparator<String> COMPARATOR = Utf8Order::compare;

  private Utf8Order() {}

  private static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        return Character.compare(aboveSurrogates(l), aboveSurrogates(r));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Moves surrogates (code points beyond the basic plane) behind every other UTF-16 unit. */
  private static char aboveSurrogates(char unit) {
    if (unit < Character.MIN_SURROGATE) {
      return unit;
    }
    return Character.isSurrogate(unit) ? (char) (unit + 0x2000) : (char) (unit - 0x800);
  }
}
