package io.creatoros.core.quality;

import java.util.List;

/** A text whose phrases have been found. Its lines end in a line feed. */
final class LessonText {

  private final String text;
  private final PhraseFinder.Found found;
  private final Headings headings;

  LessonText(String text, PhraseFinder finder) {
    this.text = text;
    this.found = finder.find(text);
    this.headings = new Headings(text, positions(Vocabulary.HASHES));
  }

  String text() {
    return text;
  }

  int words() {
    return found.words();
  }

  Section whole() {
    return new Section(0, text.length());
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
      if (end == text.length() || !Characters.isWord(text.codePointAt(end))) {
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
    return positions(Vocabulary.LINE_FEED).next(place, text.length());
  }
}
