package io.creatoros.core.curriculum;

import io.creatoros.core.reading.Minutes;
import io.creatoros.core.text.Value;
import java.util.Optional;

/** How long a lesson or a module takes, under all the keys that say so. */
final class Durations {

  private Durations() {}

  /** In minutes; a number alone under {@code duration} is minutes. */
  static Optional<Integer> of(Value value) {
    return inUnits(value).or(() -> value.text(Keys.DURATION).flatMap(Minutes::of));
  }

  /** In minutes; of a whole course a number alone under {@code duration} may mean anything. */
  static Optional<Integer> ofCourse(Value value) {
    return inUnits(value)
        .or(
            () ->
                value
                    .text(Keys.DURATION)
                    .filter(text -> Minutes.of(text).equals(Minutes.ofHours(text)))
                    .flatMap(Minutes::of));
  }

  private static Optional<Integer> inUnits(Value value) {
    return value
        .text(Keys.MINUTES)
        .flatMap(Minutes::of)
        .or(() -> value.text(Keys.HOURS).flatMap(Minutes::ofHours));
  }
}
