package io.creatoros.core.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared when people spell them differently. */
public final class PlainWords {

  private static final int LONGEST = 200;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private PlainWords() {}

  /** The text in lower case without accents; all other signs as they are. */
  public static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * The letters and digits of a text in lower case without accents, words parted by one space:
   * {@code 🎯 Objetivos da Lição:} becomes {@code objetivos da licao}. Of long texts the beginning.
   */
  public static String of(String text) {
    String start = text.substring(0, Math.min(LONGEST, text.length()));
    StringBuilder words = new StringBuilder(start.length());
    boolean afterWord = false;
    for (char c : Normalizer.normalize(start, Normalizer.Form.NFD).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        words.append(afterWord ? " " : "").append(Character.toLowerCase(c));
        afterWord = false;
      } else if (!isMark(c)) {
        afterWord = words.length() > 0;
      }
    }
    return words.toString();
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
