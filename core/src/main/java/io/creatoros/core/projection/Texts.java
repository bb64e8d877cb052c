package io.creatoros.core.projection;

import io.creatoros.core.reading.PlainWords;
import java.util.Locale;

/** Small rules for the texts of rows. */
final class Texts {

  /** The longest title, in characters. */
  static final int TITLE = 500;

  /** The longest slug, in characters. */
  static final int SLUG = 200;

  /** The longest keyword, in characters. */
  static final int KEYWORD = 100;

  private Texts() {}

  /** The text or its beginning; never half a character. */
  static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  /** A name of a folder or file as words. */
  static String words(String name) {
    String words = name.replaceAll("[-_\\s]+", " ").strip();
    return words.isEmpty()
        ? name
        : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + words.substring(words.offsetByCodePoints(0, 1));
  }

  /** Lower case letters, digits and hyphens; the text itself where nothing of it is either. */
  static String slug(String text) {
    String slug = plain(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? text : slug;
  }

  /** The text without accents, in lower case, for comparing what people spell differently. */
  static String plain(String text) {
    return PlainWords.folded(text).strip();
  }
}
