package io.creatoros.core.text;

/** Text without the characters that databases or parsers refuse. */
public final class CleanText {

  /** What stands where a character was refused. */
  public static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** The text with U+FFFD for each NUL and each lone surrogate. */
  public static String of(String text) {
    return replace(text, false);
  }

  /** The same, and U+FFFD for other control characters too; of the same length. */
  static String printable(String text) {
    return replace(text, true);
  }

  private static String replace(String text, boolean controls) {
    for (int i = 0; i < text.length(); i++) {
      if (isRefused(text, i, controls)) {
        return replaceFrom(i, text, controls);
      }
    }
    return text;
  }

  private static String replaceFrom(int first, String text, boolean controls) {
    char[] clean = text.toCharArray();
    for (int i = first; i < clean.length; i++) {
      if (isRefused(text, i, controls)) {
        clean[i] = REPLACEMENT;
      }
    }
    return new String(clean);
  }

  private static boolean isRefused(String text, int at, boolean controls) {
    char c = text.charAt(at);
    if (c < ' ') {
      return c == 0 || (controls && c != '\n' && c != '\r' && c != '\t');
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return controls && (c >= '\u007F' && c < '\u00A0' && c != '\u0085' || c > '\uFFFD');
  }
}
