package io.creatoros.core.quality;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a phrase begins in a text, in order. */
final class Positions {

  private static final int[] EMPTY = {};
  private static final Positions NONE = new Positions();

  private int[] starts = EMPTY;
  private int size;

  /** These, and none in place of each null; nothing may be added any more. */
  static Positions[] ofAll(@Nullable Positions[] found) {
    Positions[] all = new Positions[found.length];
    for (int i = 0; i < all.length; i++) {
      Positions known = found[i];
      all[i] = known == null ? NONE : known;
    }
    return all;
  }

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

  int size() {
    return size;
  }

  /** One of them; the first has index 0. */
  int get(int index) {
    return starts[index];
  }

  int count(Section where) {
    return index(where.to()) - index(where.from());
  }

  /** The index of the first at or after a place, or how many there are. */
  int index(int from) {
    int found = Arrays.binarySearch(starts, 0, size, from);
    return found < 0 ? -found - 1 : found;
  }
}
