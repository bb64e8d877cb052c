package io.creatoros.core.quality;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where a phrase begins in a text, in order. */
final class Positions {

  private static final int[] NONE = {};

  private int[] starts = NONE;
  private int size;

  void add(int start) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, Math.max(8, size * 2));
    }
    starts[size++] = start;
  }

  /** The first at or after a place, or {@code otherwise}. */
  int next(int from, int otherwise) {
    int index = index(from);
    return index < size ? starts[index] : otherwise;
  }

  /** All of them, in order. */
  IntStream stream() {
    return IntStream.range(0, size).map(index -> starts[index]);
  }

  /** Those within a section, in order. */
  IntStream stream(Section where) {
    return IntStream.range(index(where.from()), index(where.to())).map(index -> starts[index]);
  }

  int count(Section where) {
    return index(where.to()) - index(where.from());
  }

  private int index(int from) {
    int found = Arrays.binarySearch(starts, 0, size, from);
    return found < 0 ? -found - 1 : found;
  }
}
