package io.creatoros.core.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them, in whole minutes. */
public final class Minutes {

  private static final int LONGEST_TEXT = 100;
  private static final BigDecimal OF_AN_HOUR = BigDecimal.valueOf(60);
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  private static final String NUMBER = "(\\d{1,6}(?:[.,]\\d{1,4})?)";
  private static final String HOURS = "h(?:oras?|ours?|rs?)?";
  private static final String MINUTES = "m(?:in(?:utos?|utes?|s)?)?|'";

  /** Such as {@code 25 min}, {@code 2.5h}, {@code 1h30}, {@code 10-15 minutos}. */
  private static final Pattern DURATION =
      Pattern.compile(
          "[^\\d]{0,30}"
              + NUMBER
              + "(?:\\s?(?:-|–|a|to|até)\\s?"
              + NUMBER
              + ")?+\\s?+\\+?\\s?+(?:("
              + HOURS
              + ")(?:\\s?(?:e |and )?(\\d{1,2})(?:\\s?(?:"
              + MINUTES
              + "))?)?(?!\\p{L})|("
              + MINUTES
              + ")(?!\\p{L})|(?![\\p{L}\\d:/.,-]))");

  private Minutes() {}

  /**
   * The duration of a text such as {@code 25 min}, {@code 2.5h} or {@code 1h30}; a number alone is
   * minutes. Of a range the middle counts. Empty if the text tells no duration above zero.
   */
  public static Optional<Integer> of(String text) {
    return of(text, BigDecimal.ONE);
  }

  /** The same, a number alone being hours. */
  public static Optional<Integer> ofHours(String text) {
    return of(text, OF_AN_HOUR);
  }

  private static Optional<Integer> of(String text, BigDecimal unit) {
    String start = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    Matcher duration = DURATION.matcher(start.toLowerCase(Locale.ROOT));
    if (!duration.lookingAt()) {
      return Optional.empty();
    }
    BigDecimal amount = number(duration.group(1));
    if (duration.group(2) != null) {
      amount = amount.add(number(duration.group(2))).divide(BigDecimal.valueOf(2));
    }
    BigDecimal minutes = amount.multiply(unit(duration, unit));
    if (duration.group(4) != null) {
      minutes = minutes.add(number(duration.group(4)));
    }
    return Optional.of(minutes.setScale(0, RoundingMode.HALF_UP))
        .filter(whole -> whole.signum() > 0 && whole.compareTo(MOST) <= 0)
        .map(BigDecimal::intValueExact);
  }

  private static BigDecimal unit(Matcher duration, BigDecimal ofNumberAlone) {
    if (duration.group(3) != null) {
      return OF_AN_HOUR;
    }
    return duration.group(5) == null ? ofNumberAlone : BigDecimal.ONE;
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits.replace(',', '.'));
  }
}
