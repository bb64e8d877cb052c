package io.creatoros.core.quality;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What counts as a heading: two hashes anywhere and what comes next, white space and line feeds
 * skipped. So {@code ###} and hashes within a line count too, as they did for the first scorer.
 */
final class Headings {

  private final String text;
  private final Positions hashes;
  private final Positions contents = new Positions();

  Headings(String text, Positions hashes) {
    this.text = text;
    this.hashes = hashes;
    hashes.stream()
        .filter(start -> !isHash(start + 2))
        .forEach(start -> contents.add(pastSpace(start + 2)));
  }

  /** Whether a heading begins with one of these words, given in lower case. */
  boolean begin(String... words) {
    return after(words).findFirst().isPresent();
  }

  /** Where headings that begin with one of these words, given in lower case, go on after it. */
  IntStream after(String... words) {
    return contents.stream().map(start -> pastWord(start, words)).filter(end -> end >= 0);
  }

  /** How many headings are of the third level or deeper and have a text. */
  int countDeep() {
    int count = 0;
    int start = nextDeep(0);
    while (start >= 0) {
      int content = pastSpace(start + 3);
      if (content < text.length() || !text.substring(start + 3).replace("\n", "").isEmpty()) {
        count++;
      }
      int lineEnd = text.indexOf('\n', content);
      start = lineEnd < 0 ? -1 : nextDeep(lineEnd);
    }
    return count;
  }

  /** The part from a place to the next line that begins with two hashes, or to the end. */
  Section until(int from, IntPredicate afterHashes) {
    return new Section(from, nextLine(from, afterHashes).orElse(text.length()));
  }

  /**
   * Where the line ends after which the next line with two hashes begins.
   *
   * @param afterHashes what must be true of the place after the hashes
   */
  OptionalInt nextLine(int from, IntPredicate afterHashes) {
    int start = hashes.next(from + 1, -1);
    while (start >= 0) {
      if (text.charAt(start - 1) == '\n' && afterHashes.test(start + 2)) {
        return OptionalInt.of(start - 1);
      }
      start = hashes.next(start + 1, -1);
    }
    return OptionalInt.empty();
  }

  boolean isHash(int place) {
    return place < text.length() && text.charAt(place) == '#';
  }

  boolean isSpace(int place) {
    return place < text.length() && Characters.isSpace(text.charAt(place));
  }

  /** Whether white space is at a place and one of these words after it. */
  boolean isSpaceAnd(int place, String... words) {
    return isSpace(place) && pastWord(pastSpace(place), words) >= 0;
  }

  private int nextDeep(int from) {
    int start = hashes.next(from, -1);
    while (start >= 0 && !isHash(start + 2)) {
      start = hashes.next(start + 1, -1);
    }
    return start;
  }

  private int pastSpace(int from) {
    int place = from;
    while (isSpace(place)) {
      place++;
    }
    return place;
  }

  private int pastWord(int from, String... words) {
    for (String word : words) {
      if (Characters.startsWith(text, from, word)) {
        return from + word.length();
      }
    }
    return -1;
  }
}
