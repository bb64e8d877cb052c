package io.creatoros.core.lesson;

import io.creatoros.core.text.Block;
import java.util.List;
import java.util.Optional;

/** Tells Portuguese from English by the small words that every text is full of. */
final class Language {

  private static final int LONGEST_WORD = 6;

  private static final int LEAST_WORDS = 5;
  private static final int ENOUGH = 40;

  private static final int SLOTS = 1 << 10;

  /**
   * Letters in lower case, 0 for other characters. Words looked for have no letter beyond these.
   */
  private static final byte[] LETTERS = letters();

  private static final long[] PORTUGUESE =
      words(
          "de", "que", "não", "nao", "para", "uma", "um", "você", "voce", "da", "dos", "das", "em",
          "é", "mais", "por", "na", "seu", "sua", "ou", "isso", "são", "como", "quando", "aula");
  private static final long[] ENGLISH =
      words(
          "the", "and", "of", "to", "you", "is", "that", "it", "for", "your", "with", "this", "are",
          "what", "how", "we", "be", "will", "in", "can", "when", "lesson");

  private int portuguese;
  private int english;

  private Language() {}

  private static byte[] letters() {
    byte[] letters = new byte[1 << Byte.SIZE];
    for (char c = 0; c < letters.length; c++) {
      letters[c] = (byte) (Character.isLetter(c) ? Character.toLowerCase(c) : 0);
    }
    return letters;
  }

  /**
   * A table of words, each in a slot of its own. Every word of every lesson is looked up: sets of
   * strings take several times as long.
   *
   * @throws IllegalArgumentException if two words want the same slot
   */
  private static long[] words(String... words) {
    long[] slots = new long[SLOTS];
    for (String text : words) {
      long word = 0;
      for (char c : text.toCharArray()) {
        word = with(word, LETTERS[c]);
      }
      if (slots[slot(word)] != 0) {
        throw new IllegalArgumentException("make the table larger for \"" + text + "\"");
      }
      slots[slot(word)] = word;
    }
    return slots;
  }

  /** A word is a number with a byte for each letter. */
  private static long with(long word, byte letter) {
    return word << Byte.SIZE | letter & 0xFF;
  }

  private static int slot(long word) {
    return (int) (word * 0x9E3779B97F4A7C15L >>> 54);
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
    long word = 0;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      byte letter = c < LETTERS.length ? LETTERS[c] : 0;
      if (letter != 0) {
        word = with(word, letter);
        length++;
      } else if (c >= LETTERS.length && Character.isLetter(c)) {
        length = LONGEST_WORD + 1;
      } else {
        count(word, length);
        if (portuguese + english == ENOUGH) {
          return;
        }
        word = 0;
        length = 0;
      }
    }
    count(word, length);
  }

  private void count(long word, int length) {
    if (length > 0 && length <= LONGEST_WORD && portuguese + english < ENOUGH) {
      portuguese += PORTUGUESE[slot(word)] == word ? 1 : 0;
      english += ENGLISH[slot(word)] == word ? 1 : 0;
    }
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
