package io.creatoros.core.lesson;

import io.creatoros.core.text.Block;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells Portuguese from English by the small words that every text is full of. */
final class Language {

  private static final Set<String> PORTUGUESE =
      words(
          "de", "que", "não", "nao", "para", "uma", "um", "você", "voce", "da", "dos", "das", "em",
          "é", "mais", "por", "na", "seu", "sua", "ou", "isso", "são", "como", "quando", "aula");
  private static final Set<String> ENGLISH =
      words(
          "the", "and", "of", "to", "you", "is", "that", "it", "for", "your", "with", "this", "are",
          "what", "how", "we", "be", "will", "in", "can", "when", "lesson");

  private static final int LONGEST_WORD = 6;
  private static final int LEAST_WORDS = 5;
  private static final int ENOUGH = 40;

  private int portuguese;
  private int english;

  private Language() {}

  /** Every word of every lesson is looked up: immutable sets take twice the time. */
  private static Set<String> words(String... words) {
    return new HashSet<>(List.of(words));
  }

  /**
   * {@code pt} or {@code en}; empty where a text is too short or too mixed to tell. What stands in
   * code blocks, such as prompts, does not count.
   */
  static Optional<String> of(List<Block> blocks) {
    Language language = new Language();
    for (Block block : blocks) {
      if (!(block instanceof Block.Code)) {
        language.count(block.text());
      }
    }
    return language.told();
  }

  private void count(String text) {
    int start = 0;
    for (int i = 0; i <= text.length() && portuguese + english < ENOUGH; i++) {
      if (i == text.length() || !isLetter(text.charAt(i))) {
        if (i > start && i - start <= LONGEST_WORD) {
          count(text, start, i);
        }
        start = i + 1;
      }
    }
  }

  private static boolean isLetter(char c) {
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
  }

  private void count(String text, int start, int end) {
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    portuguese += PORTUGUESE.contains(word) ? 1 : 0;
    english += ENGLISH.contains(word) ? 1 : 0;
  }

  private Optional<String> told() {
    if (Math.max(portuguese, english) < LEAST_WORDS) {
      return Optional.empty();
    }
    if (portuguese > 2 * english) {
      return Optional.of("pt");
    }
    return english > 2 * portuguese ? Optional.of("en") : Optional.empty();
  }
}
