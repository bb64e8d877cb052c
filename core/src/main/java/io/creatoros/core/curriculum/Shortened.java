package io.creatoros.core.curriculum;

/** Text as it is quoted in findings. */
final class Shortened {

  private static final int LONGEST = 60;

  private Shortened() {}

  static String of(String text) {
    String line = text.replaceAll("\\s+", " ");
    int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}
