package io.creatoros.app.cli;

import io.creatoros.core.query.LessonOverview;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Orders of lessons. */
enum LessonSort {
  ORDER((one, other) -> 0),
  GPS(lowest(LessonOverview::gps)),
  DIDATICA(lowest(LessonOverview::didatica)),
  WORDS(lowest(LessonOverview::words));

  private final Comparator<LessonOverview> order;

  LessonSort(Comparator<LessonOverview> order) {
    this.order = order;
  }

  /** Keeps the given order of lessons that it does not tell apart. */
  Comparator<LessonOverview> order() {
    return order;
  }

  private static <T extends Comparable<? super T>> Comparator<LessonOverview> lowest(
      Function<LessonOverview, Optional<T>> value) {
    Comparator<Optional<T>> absentLast = Comparator.comparing(Optional::isEmpty);
    Comparator<Optional<T>> lowest =
        absentLast.thenComparing(
            (one, other) -> one.isEmpty() ? 0 : one.get().compareTo(other.orElseThrow()));
    return Comparator.comparing(value, lowest);
  }
}
