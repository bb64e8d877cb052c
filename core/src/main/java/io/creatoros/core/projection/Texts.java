package io.creatoros.core.projection;

import io.creatoros.core.reading.PlainWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Small rules for the texts of rows. */
final class Texts {

  /** The longest title, in characters. */
  static final int TITLE = 500;

  /** The longest slug, in characters. */
  static final int SLUG = 200;

  /** The longest keyword, in characters. */
  static final int KEYWORD = 100;

  private static final int LONG_WORD = 4;

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

  /** Whether a word of some length is in both texts; true where one of them has no such word. */
  static boolean shareAWord(String one, String other) {
    Set<String> words = longWords(one);
    Set<String> others = longWords(other);
    return words.isEmpty() || others.isEmpty() || words.stream().anyMatch(others::contains);
  }

  private static Set<String> longWords(String text) {
    return Arrays.stream(PlainWords.of(text).split(" "))
        .filter(word -> word.length() >= LONG_WORD)
        .collect(Collectors.toSet());
  }

  /** The text without accents, in lower case, for comparing what people spell differently. */
  static String plain(String text) {
    return PlainWords.folded(text).strip();
  }
}
