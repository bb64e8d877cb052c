package io.creatoros.core.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How close a voice is, or should be, to the one it follows, as people write it. */
public final class Fidelity {

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\d.,])(\\d{1,3}(?:[.,]\\d{1,6})?)(?![\\d.,]*\\d)"
              + "\\s{0,2}(?:-\\s?\\d{1,3}\\s?)?([%+]{0,2})");
  private static final BigDecimal LEAST_OF_A_HUNDRED = BigDecimal.TEN;
  private static final int LONGEST = 200;

  private Fidelity() {}

  /**
   * A fidelity from 0 to 1, rounded to two digits: {@code 0.9}, {@code 90}, {@code 90%}, {@code
   * 90%+} and {@code >= 90%} are the same, and of {@code 85-90%} the lower counts. Empty if the
   * text has no figure, or one that is neither a share nor a percentage, such as {@code 1.7}.
   */
  public static Optional<BigDecimal> of(String text) {
    Matcher figure = FIGURE.matcher(text.substring(0, Math.min(LONGEST, text.length())));
    if (!figure.find()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(figure.group(1).replace(',', '.'));
    boolean percent = figure.group(2).contains("%") || value.compareTo(LEAST_OF_A_HUNDRED) >= 0;
    BigDecimal share = percent ? value.movePointLeft(2) : value;
    boolean sensible = share.compareTo(BigDecimal.ONE) <= 0 && !isNegative(text, figure.start());
    return sensible ? Optional.of(rounded(share)) : Optional.empty();
  }

  private static boolean isNegative(String text, int start) {
    return start > 0 && text.charAt(start - 1) == '-';
  }

  private static BigDecimal rounded(BigDecimal share) {
    BigDecimal rounded = share.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.setScale(Math.max(0, rounded.scale()));
  }
}
