package io.creatoros.core.quality;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases in one pass, overlapping ones too, in any case of letters, and counts words as
 * {@link Words} does. Nearly everywhere the next three characters tell that no phrase begins. Its
 * time is that of the length of the text, whatever it holds.
 */
final class PhraseFinder {

  private static final int ROOT = 0;

  /** The columns of two characters make an index, that of a third is a bit. */
  private static final int COLUMN_BITS = 6;

  private static final int COLUMN = (1 << COLUMN_BITS) - 1;
  private static final int SPACE = 1 << COLUMN_BITS;
  private static final int PAIR = (1 << 2 * COLUMN_BITS) - 1;
  private static final int ALL = -1;

  /**
   * The column of a character in the table of steps, 0 for all in no phrase; with a bit that tells
   * white space.
   */
  private final byte[] classes = new byte[Character.MAX_VALUE + 1];

  private final int size;

  /** For the columns of two characters those of a third, as bits, with which a phrase may begin. */
  private final long[] beginnings = new long[PAIR + 1];

  /** For a state and a column the next state; the root where no phrase goes on. */
  private final int[] steps;

  /** The phrase that ends in a state. */
  private final @Nullable Phrase[] ends;

  private int states = 1;

  PhraseFinder(List<Phrase> phrases) {
    size = phrases.size();
    classify(phrases);
    int most = 1 + phrases.stream().mapToInt(Phrase::length).sum();
    steps = new int[most << COLUMN_BITS];
    ends = new @Nullable Phrase[most];
    for (Phrase phrase : phrases) {
      enter(phrase);
      enterBeginning(phrase.text());
    }
  }

  /**
   * What a text holds.
   *
   * @param positions those of each phrase, by its index
   * @param words how many words there are
   */
  record Found(Positions[] positions, int words) {}

  /** What is in the first characters of an array. */
  Found find(char[] text, int length) {
    @Nullable Positions[] found = new @Nullable Positions[size];
    int before = SPACE;
    int pair = 0;
    int words = 0;
    for (int place = 0; place < length; place++) {
      int third = classes[text[place]];
      words += (before & ~third) >>> COLUMN_BITS;
      if ((beginnings[pair] >>> third & 1) != 0) {
        follow(text, length, place - 2, found);
      }
      pair = (pair << COLUMN_BITS | third & COLUMN) & PAIR;
      before = third;
    }
    for (int place = Math.max(0, length - 2); place < length; place++) {
      follow(text, length, place, found);
    }
    return new Found(Positions.ofAll(found), words);
  }

  private int column(char c) {
    return classes[c] & COLUMN;
  }

  private void follow(char[] text, int length, int start, @Nullable Positions[] found) {
    int state = steps[column(text[start])];
    int place = start + 1;
    while (state != ROOT) {
      Phrase phrase = ends[state];
      if (phrase != null) {
        Positions known = found[phrase.index()];
        found[phrase.index()] = known == null ? new Positions() : known;
        found[phrase.index()].add(start);
      }
      state = place < length ? steps[state << COLUMN_BITS | column(text[place++])] : ROOT;
    }
  }

  private void classify(List<Phrase> phrases) {
    int[] letters =
        phrases.stream().flatMapToInt(phrase -> phrase.text().chars()).distinct().toArray();
    if (letters.length > COLUMN) {
      throw new IllegalArgumentException("too many letters: " + letters.length);
    }
    byte[] columns = new byte[classes.length];
    for (int i = 0; i < letters.length; i++) {
      columns[letters[i]] = (byte) (i + 1);
    }
    for (int c = 0; c < classes.length; c++) {
      int space = Characters.isSpace((char) c) ? SPACE : 0;
      classes[c] = (byte) (columns[Characters.fold((char) c)] | space);
    }
  }

  private void enter(Phrase phrase) {
    int state = ROOT;
    for (int i = 0; i < phrase.length(); i++) {
      int step = state << COLUMN_BITS | column(phrase.text().charAt(i));
      if (steps[step] == ROOT) {
        steps[step] = states++;
      }
      state = steps[step];
    }
    ends[state] = phrase;
  }

  /** A phrase of one or two characters may be followed by any. */
  private void enterBeginning(String phrase) {
    int first = column(phrase.charAt(0)) << COLUMN_BITS;
    if (phrase.length() == 1) {
      Arrays.fill(beginnings, first, first + (1 << COLUMN_BITS), ALL);
    } else {
      long thirds = phrase.length() == 2 ? ALL : 1L << column(phrase.charAt(2));
      beginnings[first | column(phrase.charAt(1))] |= thirds;
    }
  }
}
