package io.creatoros.core.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every phrase that the rules look for, so that one pass over a text finds them all. */
final class Vocabulary {

  /** What a heading begins with. */
  static final Phrase HASHES = new Phrase(0, "##");

  /** What some programs end lines with, before a line feed or instead of one. */
  static final Phrase CARRIAGE_RETURN = new Phrase(1, "\r");

  private final Map<String, Phrase> phrases = new LinkedHashMap<>();

  Vocabulary() {
    phrases.put(HASHES.text(), HASHES);
    phrases.put(CARRIAGE_RETURN.text(), CARRIAGE_RETURN);
  }

  /** A phrase to be found. */
  Phrase phrase(String text) {
    return phrases.computeIfAbsent(
        Characters.fold(text), folded -> new Phrase(phrases.size(), folded));
  }

  /** Phrases to be found. */
  List<Phrase> phrases(String... texts) {
    return Stream.of(texts).map(this::phrase).toList();
  }

  /** The sign that one of the phrases is there. */
  Sign any(String... texts) {
    List<Phrase> wanted = phrases(texts);
    return (text, where) -> {
      for (Phrase phrase : wanted) {
        if (text.has(phrase, where)) {
          return true;
        }
      }
      return false;
    };
  }

  /** The sign that a phrase is there and one of the others follows on the same line. */
  Sign line(String first, String... then) {
    Phrase begin = phrase(first);
    List<Phrase> ends = phrases(then);
    return (text, where) -> {
      for (Phrase end : ends) {
        if (text.hasLine(begin, end, where)) {
          return true;
        }
      }
      return false;
    };
  }

  /** What finds them. */
  PhraseFinder finder() {
    return new PhraseFinder(List.copyOf(phrases.values()));
  }
}
