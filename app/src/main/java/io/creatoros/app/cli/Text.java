package io.creatoros.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Text for terminals. */
final class Text {

  /** What a value is written as where there is none. */
  static final String NONE = "-";

  private Text() {}

  /**
   * The line with control characters made visible: the name of a file cannot steer a terminal or
   * fake a line.
   */
  static String visible(String line) {
    if (line.codePoints().noneMatch(Text::isHidden)) {
      return line;
    }
    StringBuilder visible = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (isHidden(c)) {
                visible.append(String.format("\\u%04x", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  private static boolean isHidden(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** The number and the noun, in the plural unless it is one. */
  static String count(long number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }

  /** The text, cut short with an ellipsis where it has more characters. */
  static String atMost(String text, int characters) {
    return text.codePointCount(0, text.length()) > characters
        ? text.substring(0, text.offsetByCodePoints(0, characters - 1)).stripTrailing() + "…"
        : text;
  }

  /** A score from 0 to 1 with two digits. */
  static String score(Optional<BigDecimal> score) {
    return score.map(value -> value.setScale(2, RoundingMode.HALF_UP).toString()).orElse(NONE);
  }

  /** The value as text. */
  static String orNone(Optional<?> value) {
    return value.map(String::valueOf).orElse(NONE);
  }

  /** A size as people write it. */
  static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    List<String> units = List.of("KiB", "MiB", "GiB", "TiB");
    double value = bytes / 1024.0;
    int unit = 0;
    while (value >= 1024 && unit < units.size() - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units.get(unit));
  }
}
