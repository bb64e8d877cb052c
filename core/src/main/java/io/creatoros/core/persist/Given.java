package io.creatoros.core.persist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks what callers give, before anything is written. Every message names the argument. */
final class Given {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
  private static final int LONGEST_WORDS = 10_000;

  private Given() {}

  /** A file's text: anything that UTF-8 can hold and that is no binary. */
  static String text(String argument, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\0') {
        throw invalid(argument, "holds a NUL character at position " + i);
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw invalid(argument, "holds half a character (a lone surrogate) at position " + i);
        }
        i++;
      }
    }
    return text;
  }

  /** A few words, without the space around them. */
  static String words(String argument, String words) {
    String stripped = text(argument, words).strip();
    if (stripped.isEmpty()) {
      throw invalid(argument, "is blank");
    }
    if (stripped.length() > LONGEST_WORDS) {
      throw invalid(argument, "is longer than " + LONGEST_WORDS + " characters");
    }
    return stripped;
  }

  static Optional<String> words(String argument, Optional<String> words) {
    return words.map(given -> words(argument, given));
  }

  static List<String> words(String argument, List<String> words) {
    return words.stream().map(given -> words(argument, given)).toList();
  }

  static Map<String, String> words(String argument, Map<String, String> words) {
    Map<String, String> checked = new TreeMap<>();
    words.forEach(
        (name, value) ->
            checked.put(words(argument + " name", name), words(argument + " " + name, value)));
    return Map.copyOf(checked);
  }

  /** One of a few words, in lower case. */
  static String oneOf(String argument, List<String> choices, String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    if (!choices.contains(lower)) {
      throw invalid(
          argument, "is \"" + shown(word) + "\", not one of " + String.join(", ", choices));
    }
    return lower;
  }

  /** A number from 0 to 1, rounded to two digits as it is everywhere. */
  static BigDecimal ratio(String argument, BigDecimal ratio) {
    if (ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
      throw invalid(argument, "is " + ratio.toPlainString() + ", not a number from 0 to 1");
    }
    return plain(ratio.setScale(2, RoundingMode.HALF_UP));
  }

  /** A number from 0 to a thousand million, rounded. */
  static BigDecimal amount(String argument, BigDecimal amount, int decimals) {
    if (amount.signum() < 0 || amount.compareTo(MOST) >= 0) {
      throw invalid(argument, "is " + amount + ", not a number from 0 to " + MOST);
    }
    return plain(amount.setScale(decimals, RoundingMode.HALF_UP));
  }

  /** A whole number from 0 to a thousand million. */
  static int count(String argument, int count) {
    return amount(argument, BigDecimal.valueOf(count), 0).intValueExact();
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static IllegalArgumentException invalid(String argument, String why) {
    return new IllegalArgumentException(argument + " " + why);
  }

  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}
