package io.creatoros.core.curriculum;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words by which a curriculum tells a level or a language. */
final class Words {

  private static final int LONGEST_TEXT = 200;
  private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
  private static final Map<String, String> LEVELS = new LinkedHashMap<>();
  private static final Map<String, String> LANGUAGES = new LinkedHashMap<>();

  static {
    put(LEVELS, "beginner", "begin", "inicia", "basic", "introdut", "introduc");
    put(LEVELS, "intermediate", "intermedi");
    put(LEVELS, "advanced", "advanc", "avanc", "expert");
    put(LANGUAGES, "pt", "pt", "port");
    put(LANGUAGES, "en", "en", "ingl");
    put(LANGUAGES, "es", "es", "spanish");
  }

  private Words() {}

  /** The level that a text tells; of several the lowest. */
  static Optional<String> level(String text) {
    return meaning(LEVELS, text);
  }

  /** The language that a text names, as a tag. */
  static Optional<String> language(String text) {
    return meaning(LANGUAGES, text);
  }

  static boolean isSlug(String text) {
    return SLUG.matcher(text).matches();
  }

  private static Optional<String> meaning(Map<String, String> meanings, String text) {
    String[] words = plain(text).split("[^a-z]+");
    for (Map.Entry<String, String> beginning : meanings.entrySet()) {
      for (String word : words) {
        if (word.startsWith(beginning.getKey())) {
          return Optional.of(beginning.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static String plain(String text) {
    String start = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    return Normalizer.normalize(start, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static void put(Map<String, String> meanings, String meaning, String... beginnings) {
    for (String beginning : beginnings) {
      meanings.put(beginning, meaning);
    }
  }
}
