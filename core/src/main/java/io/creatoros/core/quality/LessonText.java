package io.creatoros.core.quality;

import java.nio.CharBuffer;
import java.util.List;

/** A text whose phrases have been found. Its lines end in a line feed. */
final class LessonText {

  private final char[] chars;
  private final int length;
  private final PhraseFinder.Found found;
  private final Headings headings;

  /**
   * A place on the line that was asked for last; that line need not be searched for its end again.
   */
  private int lineFrom;

  private int lineEnd = -1;

  private LessonText(char[] chars, int length, PhraseFinder.Found found) {
    this.chars = chars;
    this.length = length;
    this.found = found;
    this.headings = new Headings(this, positions(Vocabulary.HASHES));
  }

  /** A text with any line ends. It is not copied if its characters can be had as an array. */
  static LessonText of(CharSequence text, PhraseFinder finder) {
    char[] chars = chars(text);
    PhraseFinder.Found found = finder.find(chars, text.length());
    if (found.positions()[Vocabulary.CARRIAGE_RETURN.index()].size() == 0) {
      return new LessonText(chars, text.length(), found);
    }
    char[] lines = withLineFeeds(text.toString()).toCharArray();
    return new LessonText(lines, lines.length, finder.find(lines, lines.length));
  }

  private static char[] chars(CharSequence text) {
    return text instanceof CharBuffer buffer
            && buffer.hasArray()
            && buffer.arrayOffset() + buffer.position() == 0
        ? buffer.array()
        : text.toString().toCharArray();
  }

  private static String withLineFeeds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  int length() {
    return length;
  }

  char charAt(int place) {
    return chars[place];
  }

  /** Where a character is at a place or next after it; the length where it is not. */
  int next(char wanted, int from) {
    int place = from;
    while (place < length && chars[place] != wanted) {
      place++;
    }
    return place;
  }

  int words() {
    return found.words();
  }

  /** Whether a folded phrase is at a place, in any case. */
  boolean isAt(int place, String folded) {
    if (folded.length() > length - place) {
      return false;
    }
    for (int i = 0; i < folded.length(); i++) {
      char c = chars[place + i];
      if (c != folded.charAt(i) && Characters.fold(c) != folded.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  Section whole() {
    return new Section(0, length);
  }

  Headings headings() {
    return headings;
  }

  Positions positions(Phrase phrase) {
    return found.positions()[phrase.index()];
  }

  /** How often phrases are there, all together. */
  int count(List<Phrase> phrases, Section where) {
    int count = 0;
    for (Phrase phrase : phrases) {
      count += positions(phrase).count(where);
    }
    return count;
  }

  boolean has(Phrase phrase, Section where) {
    return positions(phrase).next(where.from(), where.to()) < where.to();
  }

  /** Whether a phrase is there and no word goes on where it ends. */
  boolean hasWordEnd(Phrase phrase, Section where) {
    Positions starts = positions(phrase);
    for (int i = starts.index(where.from()); i < starts.index(where.to()); i++) {
      int end = starts.get(i) + phrase.length();
      if (end == length || !Characters.isWord(Character.codePointAt(chars, end, length))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a phrase is there and the other follows it on the same line. */
  boolean hasLine(Phrase first, Phrase then, Section where) {
    Positions firsts = positions(first);
    int start = firsts.next(where.from(), where.to());
    while (start < where.to()) {
      if (lineGoesOnWith(then, start + first.length())) {
        return true;
      }
      start = firsts.next(lineEnd(start), where.to());
    }
    return false;
  }

  /** Whether a phrase is at a place or after it on its line. */
  boolean lineGoesOnWith(Phrase phrase, int place) {
    int end = lineEnd(place);
    return positions(phrase).next(place, end) < end;
  }

  /** Where the line of a place ends: its line feed, or the end of the text. */
  int lineEnd(int place) {
    if (place < lineFrom || place > lineEnd) {
      lineFrom = place;
      lineEnd = next('\n', place);
    }
    return lineEnd;
  }
}
