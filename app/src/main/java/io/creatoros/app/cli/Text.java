package io.creatoros.app.cli;

import java.util.List;

/** Text for terminals. */
final class Text {

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
    return String.format(java.util.Locale.ROOT, "%.1f %s", value, units.get(unit));
  }
}
