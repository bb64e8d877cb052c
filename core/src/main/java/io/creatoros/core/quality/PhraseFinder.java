package io.creatoros.core.quality;

import java.util.ArrayList;
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

  private static final int PAIRS = 1 << 2 * COLUMN_BITS;
  private static final int ALL = -1;

  /** The column of a character in the table of steps; 0 is that of all in no phrase. */
  private final byte[] columns = new byte[Character.MAX_VALUE + 1];

  private final int width;
  private final int size;

  /** For the columns of two characters those of a third, as bits, with which a phrase may begin. */
  private final long[] beginnings = new long[PAIRS];

  /** For a state and a column the next state; the root where no phrase goes on. */
  private final List<int[]> steps = new ArrayList<>();

  /** The phrase that ends in a state. */
  private final List<@Nullable Phrase> ends = new ArrayList<>();

  PhraseFinder(List<Phrase> phrases) {
    size = phrases.size();
    width = numberColumns(phrases);
    newState();
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

  Found find(String text) {
    Positions[] found = new Positions[size];
    Arrays.setAll(found, index -> new Positions());
    char[] chars = text.toCharArray();
    int next = column(chars, 0) << COLUMN_BITS | column(chars, 1);
    int words = 0;
    boolean afterSpace = true;
    for (int start = 0; start < chars.length; start++) {
      boolean space = Characters.isSpace(chars[start]);
      words += afterSpace & !space ? 1 : 0;
      afterSpace = space;
      int pair = next & PAIRS - 1;
      next = pair << COLUMN_BITS | column(chars, start + 2);
      if ((beginnings[pair] >>> next & 1) != 0) {
        follow(chars, start, found);
      }
    }
    return new Found(found, words);
  }

  private int column(char[] chars, int place) {
    return place < chars.length ? columns[chars[place]] : 0;
  }

  private void follow(char[] chars, int start, Positions[] found) {
    int state = ROOT;
    int place = start;
    do {
      state = steps.get(state)[column(chars, place++)];
      Phrase phrase = ends.get(state);
      if (phrase != null) {
        found[phrase.index()].add(start);
      }
    } while (state != ROOT);
  }

  private int numberColumns(List<Phrase> phrases) {
    int[] letters =
        phrases.stream().flatMapToInt(phrase -> phrase.text().chars()).distinct().toArray();
    if (letters.length >= 1 << COLUMN_BITS) {
      throw new IllegalArgumentException("too many letters: " + letters.length);
    }
    for (int i = 0; i < letters.length; i++) {
      columns[letters[i]] = (byte) (i + 1);
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = columns[Characters.fold((char) c)];
    }
    return letters.length + 1;
  }

  private int newState() {
    steps.add(new int[width]);
    ends.add(null);
    return steps.size() - 1;
  }

  private void enter(Phrase phrase) {
    int state = ROOT;
    for (int i = 0; i < phrase.length(); i++) {
      int column = columns[phrase.text().charAt(i)];
      if (steps.get(state)[column] == ROOT) {
        steps.get(state)[column] = newState();
      }
      state = steps.get(state)[column];
    }
    ends.set(state, phrase);
  }

  /** A phrase of one or two characters may be followed by any. */
  private void enterBeginning(String phrase) {
    int first = columns[phrase.charAt(0)] << COLUMN_BITS;
    if (phrase.length() == 1) {
      Arrays.fill(beginnings, first, first + (1 << COLUMN_BITS), ALL);
    } else {
      long thirds = phrase.length() == 2 ? ALL : 1L << columns[phrase.charAt(2)];
      beginnings[first | columns[phrase.charAt(1)]] |= thirds;
    }
  }
}
