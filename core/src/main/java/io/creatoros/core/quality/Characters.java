package io.creatoros.core.quality;

/** Characters as the first scorer compared them. */
final class Characters {

  private static final boolean[] SPACES = spaces();

  private Characters() {}

  /** The same for all cases of a letter, as {@code UNICODE_CASE} of regular expressions has it. */
  static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  static String fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  /** Unicode's white space, the no-break spaces and the four separators of ASCII included. */
  static boolean isSpace(char c) {
    return SPACES[c];
  }

  private static boolean[] spaces() {
    boolean[] spaces = new boolean[Character.MAX_VALUE + 1];
    for (int c = 0; c < spaces.length; c++) {
      spaces[c] = (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f) || c == 0x85;
      spaces[c] |= Character.isSpaceChar(c);
    }
    return spaces;
  }

  /** Whether a word goes on with the code point: a letter, a number or an underscore. */
  static boolean isWord(int codePoint) {
    if (codePoint == '_' || Character.isLetterOrDigit(codePoint)) {
      return true;
    }
    int type = Character.getType(codePoint);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }
}
