package io.creatoros.core.quality;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * What counts as a heading: two hashes anywhere and what comes next, white space and line feeds
 * skipped. So {@code ###} and hashes within a line count too, as they did for the first scorer.
 */
final class Headings {

  private final LessonText text;
  private final Positions hashes;

  /** Where the contents of headings begin. */
  private final Positions contents = new Positions();

  /** The first character of each content, folded; NUL of one that is empty. */
  private final char[] initials;

  Headings(LessonText text, Positions hashes) {
    this.text = text;
    this.hashes = hashes;
    this.initials = new char[hashes.size()];
    for (int i = 0; i < hashes.size(); i++) {
      int end = hashes.get(i) + 2;
      if (!isHash(end)) {
        add(pastSpace(end));
      }
    }
  }

  private void add(int content) {
    boolean empty = content == text.length();
    initials[contents.size()] = empty ? '\0' : Characters.fold(text.charAt(content));
    contents.add(content);
  }

  /** Whether a heading begins with one of these words, given in lower case. */
  boolean begin(String... words) {
    return after(words).isPresent();
  }

  /** Where the first heading that begins with one of these words, in lower case, goes on. */
  OptionalInt after(String... words) {
    return after(place -> true, words);
  }

  /** The same of the first heading that goes on as it should. */
  OptionalInt after(IntPredicate goesOn, String... words) {
    for (int i = 0; i < contents.size(); i++) {
      char initial = initials[i];
      for (String word : words) {
        int end = initial == word.charAt(0) ? pastWord(contents.get(i), word) : -1;
        if (end >= 0 && goesOn.test(end)) {
          return OptionalInt.of(end);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** How many headings are of the third level or deeper and have a text. */
  int countDeep() {
    int count = 0;
    int from = 0;
    for (int i = 0; i < hashes.size(); i++) {
      int start = hashes.get(i);
      if (start >= from && isHash(start + 2)) {
        int content = pastSpace(start + 3);
        if (content < text.length() || holdsMoreThanLineFeeds(start + 3)) {
          count++;
        }
        from = text.next('\n', content);
      }
    }
    return count;
  }

  private boolean holdsMoreThanLineFeeds(int from) {
    int place = from;
    while (place < text.length() && text.charAt(place) == '\n') {
      place++;
    }
    return place < text.length();
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
    for (int i = hashes.index(from + 1); i < hashes.size(); i++) {
      int start = hashes.get(i);
      if (text.charAt(start - 1) == '\n' && afterHashes.test(start + 2)) {
        return OptionalInt.of(start - 1);
      }
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

  private int pastSpace(int from) {
    int place = from;
    while (isSpace(place)) {
      place++;
    }
    return place;
  }

  private int pastWord(int from, String... words) {
    for (String word : words) {
      if (text.isAt(from, word)) {
        return from + word.length();
      }
    }
    return -1;
  }
}
