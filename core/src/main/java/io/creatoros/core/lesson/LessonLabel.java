package io.creatoros.core.lesson;

import java.util.Optional;

/**
 * Where a lesson stands in its course, as its creator labels it: {@code 4A.1}, {@code 07.5}, {@code
 * 2.1-mac}.
 *
 * @param module the module as written, such as {@code 4A} or {@code 07}
 * @param lesson the lesson within the module as written, such as {@code 5}
 * @param variant what tells two lessons of one number apart, such as {@code mac}
 * @param moduleNumber the module's number, for sorting
 * @param lessonNumber the lesson's number, for sorting
 */
public record LessonLabel(
    String module, String lesson, Optional<String> variant, int moduleNumber, int lessonNumber) {

  /** Module and lesson as written, such as {@code 4A.1}; the variant is left out. */
  public String text() {
    return module + "." + lesson;
  }

  /** Whether both mean the same place: {@code 07.5} is {@code 7.5}, {@code 4A.1} is not 4.1. */
  public boolean isSamePlace(LessonLabel other) {
    return key().equals(other.key());
  }

  /** The place without leading zeros and in lower case; equal for labels of the same place. */
  public String key() {
    String suffix = module.replaceFirst("^\\d+", "").toLowerCase(java.util.Locale.ROOT);
    return moduleNumber + suffix + "." + lessonNumber;
  }
}
