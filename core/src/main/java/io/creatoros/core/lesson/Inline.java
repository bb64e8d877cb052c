package io.creatoros.core.lesson;

import java.util.regex.Pattern;

/** Text as people read it. */
final class Inline {

  private static final int LONGEST = 500;
  private static final Pattern MARKS = Pattern.compile("\\*\\*|__|`");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Inline() {}

  /** The text on one line without marks for bold and code; of long texts the beginning. */
  static String text(String written) {
    int points = Math.min(LONGEST, written.codePointCount(0, written.length()));
    String start = written.substring(0, written.offsetByCodePoints(0, points));
    return SPACE.matcher(MARKS.matcher(start).replaceAll("")).replaceAll(" ").strip();
  }
}
