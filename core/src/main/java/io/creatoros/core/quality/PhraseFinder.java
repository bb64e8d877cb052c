package io.creatoros.core.quality;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * Finds many phrases in one pass (Aho and Corasick), overlapping ones too, in any case of letters.
 * Its time is that of the length of the text, whatever it holds.
 */
final class PhraseFinder {

  private static final int ROOT = 0;

  /** The column of a character in the table of steps; 0 is that of all in no phrase. */
  private final short[] columns = new short[Character.MAX_VALUE + 1];

  private final int width;
  private final int size;

  /** For a state and a column the next state's row, negated if a phrase ends there. */
  private final int[] steps;

  private final List<List<Phrase>> ends = new ArrayList<>();

  PhraseFinder(List<Phrase> phrases) {
    size = phrases.size();
    width = numberColumns(phrases);
    List<int[]> states = new ArrayList<>();
    newState(states);
    for (Phrase phrase : phrases) {
      enter(phrase, states);
    }
    completeSteps(states);
    steps = flatten(states);
  }

  /** The positions of each phrase, by its index. */
  Positions[] find(String text) {
    Positions[] found = new Positions[size];
    Arrays.setAll(found, index -> new Positions());
    char[] chars = text.toCharArray();
    int row = ROOT;
    for (int i = 0; i < chars.length; i++) {
      row = steps[row + columns[chars[i]]];
      if (row < 0) {
        row = -row;
        for (Phrase phrase : ends.get(row / width)) {
          found[phrase.index()].add(i + 1 - phrase.length());
        }
      }
    }
    return found;
  }

  private int numberColumns(List<Phrase> phrases) {
    int[] letters =
        phrases.stream().flatMapToInt(phrase -> phrase.text().chars()).distinct().toArray();
    for (int i = 0; i < letters.length; i++) {
      columns[letters[i]] = (short) (i + 1);
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = columns[Characters.fold((char) c)];
    }
    return letters.length + 1;
  }

  private int newState(List<int[]> states) {
    int[] row = new int[width];
    Arrays.fill(row, -1);
    states.add(row);
    ends.add(new ArrayList<>());
    return states.size() - 1;
  }

  private void enter(Phrase phrase, List<int[]> states) {
    int state = ROOT;
    for (int i = 0; i < phrase.length(); i++) {
      int column = columns[phrase.text().charAt(i)];
      if (states.get(state)[column] < 0) {
        states.get(state)[column] = newState(states);
      }
      state = states.get(state)[column];
    }
    ends.get(state).add(phrase);
  }

  /** Where a state has no step for a letter, that of its longest suffix is taken. */
  private void completeSteps(List<int[]> states) {
    int[] suffixes = new int[states.size()];
    Deque<Integer> queue = new ArrayDeque<>(List.of(ROOT));
    while (!queue.isEmpty()) {
      int state = Objects.requireNonNull(queue.poll());
      for (int column = 0; column < width; column++) {
        int next = states.get(state)[column];
        int fallen = state == ROOT ? ROOT : states.get(suffixes[state])[column];
        if (next < 0) {
          states.get(state)[column] = fallen;
        } else {
          suffixes[next] = fallen;
          ends.get(next).addAll(ends.get(fallen));
          queue.add(next);
        }
      }
    }
  }

  private int[] flatten(List<int[]> states) {
    int[] flat = new int[states.size() * width];
    for (int i = 0; i < flat.length; i++) {
      int next = states.get(i / width)[i % width];
      flat[i] = ends.get(next).isEmpty() ? next * width : -next * width;
    }
    return flat;
  }
}
