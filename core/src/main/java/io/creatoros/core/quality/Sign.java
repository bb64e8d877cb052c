package io.creatoros.core.quality;

import java.util.List;

/** Something that a rule looks for. */
@FunctionalInterface
interface Sign {

  boolean in(LessonText text, Section where);

  default boolean in(LessonText text) {
    return in(text, text.whole());
  }

  default Sign or(Sign other) {
    return (text, where) -> in(text, where) || other.in(text, where);
  }

  /** How many of the signs are there, each counted once. */
  static int distinct(List<Sign> signs, LessonText text, Section where) {
    int distinct = 0;
    for (Sign sign : signs) {
      if (sign.in(text, where)) {
        distinct++;
      }
    }
    return distinct;
  }
}
