package io.creatoros.core.brief;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a course takes.
 *
 * @param least in hours
 * @param most in hours; of a single figure the same
 * @param certainty how much to rely on it
 */
record Duration(BigDecimal least, BigDecimal most, Certainty certainty) {

  /** How a duration is given; the first is relied on most. */
  enum Certainty {
    EXACT,
    ABOUT,
    RANGE,
    AT_LEAST
  }

  private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);
  private static final BigDecimal LONGEST = BigDecimal.valueOf(9_999);
  private static final int LONGEST_TEXT = 2_000;

  private static final String NUMBER = "\\d{1,4}(?:[.,]\\d{1,2})?";
  private static final String HOURS = "(?:h(?:oras?|rs?|ours?)?)(?!\\p{L})";
  private static final String MINUTES = "(?:m(?:in(?:utos?|utes?)?)?)(?!\\p{L})";

  /** Such as {@code 2.5 h}, {@code 3-5 horas}, {@code 10+ hours}, {@code 2h55}, {@code 90 min}. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<about>[~≈]\\s?|cerca de |aprox[^ ]{0,12} |about )?"
              + "(?<![\\d.,:/])(?<least>"
              + NUMBER
              + ")(?:\\s?(?:h(?:oras?)?|min)?\\s?(?:-|–|a|to|até)\\s?(?<most>"
              + NUMBER
              + "))?\\s?(?<more>\\+)?\\s?(?:h(?<joined>[0-5]\\d)(?:\\s?"
              + MINUTES
              + ")?(?!\\d)|"
              + HOURS
              + "(?:\\s?(?:e |and )?(?<rest>\\d{1,2})\\s?"
              + MINUTES
              + ")?|(?<minutes>"
              + MINUTES
              + "))");

  private static final Pattern PER =
      Pattern.compile("\\s?(?:/|por |cada|per |each|a week|semana|dia|da aula)");
  private static final Pattern OF_LESSONS =
      Pattern.compile("(?:aulas?|lessons?|licoes|lições) (?:de|of|com) $|[x×]\\s?$");

  /** The duration that a text tells best; empty if it tells none. */
  static Optional<Duration> of(String text) {
    String lower =
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)).toLowerCase(Locale.ROOT);
    List<Duration> found = new ArrayList<>();
    Matcher figure = FIGURE.matcher(lower);
    while (figure.find()) {
      if (!isOfALesson(lower, figure)) {
        found.add(duration(figure));
      }
    }
    return found.stream()
        .filter(Duration::isSensible)
        .min(Comparator.comparing(Duration::certainty));
  }

  /** In hours; of a range its middle. */
  BigDecimal hours() {
    BigDecimal middle =
        least.add(most).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP).stripTrailingZeros();
    return middle.setScale(Math.max(0, middle.scale()));
  }

  /** The figures, for people. */
  String shown() {
    String first = least.stripTrailingZeros().toPlainString();
    return least.equals(most) ? first : first + "-" + most.stripTrailingZeros().toPlainString();
  }

  private boolean isSensible() {
    return least.signum() >= 0
        && least.compareTo(most) <= 0
        && most.signum() > 0
        && most.compareTo(LONGEST) <= 0;
  }

  private static boolean isOfALesson(String text, Matcher figure) {
    String before = text.substring(Math.max(0, figure.start() - 16), figure.start());
    Matcher after = PER.matcher(text).region(figure.end(), text.length());
    return after.lookingAt() || OF_LESSONS.matcher(before).find();
  }

  private static Duration duration(Matcher figure) {
    BigDecimal least = inHours(figure.group("least"), figure);
    if (figure.group("most") != null) {
      return new Duration(least, inHours(figure.group("most"), figure), Certainty.RANGE);
    }
    BigDecimal hours =
        Stream.of("joined", "rest")
            .map(figure::group)
            .filter(Objects::nonNull)
            .map(minutes -> fromMinutes(new BigDecimal(minutes)))
            .reduce(least, BigDecimal::add);
    return new Duration(hours, hours, certainty(figure));
  }

  private static Certainty certainty(Matcher figure) {
    if (figure.group("more") != null) {
      return Certainty.AT_LEAST;
    }
    return figure.group("about") == null ? Certainty.EXACT : Certainty.ABOUT;
  }

  private static BigDecimal inHours(String number, Matcher figure) {
    BigDecimal value = new BigDecimal(number.replace(',', '.'));
    return figure.group("minutes") == null ? value : fromMinutes(value);
  }

  private static BigDecimal fromMinutes(BigDecimal minutes) {
    return minutes.divide(MINUTES_OF_AN_HOUR, 4, RoundingMode.HALF_UP);
  }
}
