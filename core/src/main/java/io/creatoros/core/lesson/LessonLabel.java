package io.creatoros.core.lesson;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a lesson stands in its course, as its creator labels it: {@code 4A.1}, {@code 07.5}, {@code
 * 2.1-mac}.
 *
 * @param module the module as written, such as {@code 4A} or {@code 07}
 * @param lesson the lesson within the module as written, such as {@code 5} or {@code 5b}
 * @param variant what tells two lessons of one number apart, in lower case, such as {@code mac}
 * @param moduleNumber the module's number, for sorting
 * @param lessonNumber the lesson's number, for sorting
 */
public record LessonLabel(
    String module, String lesson, Optional<String> variant, int moduleNumber, int lessonNumber) {

  /**
   * The label of a module and a lesson as written, without a variant.
   *
   * @throws IllegalArgumentException unless both begin with one to nine digits
   */
  static LessonLabel of(String module, String lesson) {
    return new LessonLabel(module, lesson, Optional.empty(), number(module), number(lesson));
  }

  /** Module and lesson as written, such as {@code 4A.1}; the variant is left out. */
  public String text() {
    return module + "." + lesson;
  }

  /** The label as written, with its variant, such as {@code 2.1-mac}. */
  public String id() {
    return variant.map(name -> text() + "-" + name).orElseGet(this::text);
  }

  /** The same place with this variant. */
  public LessonLabel withVariant(Optional<String> other) {
    return new LessonLabel(module, lesson, other, moduleNumber, lessonNumber);
  }

  /** Whether both mean the same place: {@code 07.5} is {@code 7.5}, {@code 4A.1} is not 4.1. */
  public boolean isSamePlace(LessonLabel other) {
    return key().equals(other.key());
  }

  /** Whether both mean the same lesson: the same place and the same variant. */
  public boolean isSameLesson(LessonLabel other) {
    return isSamePlace(other) && variant.equals(other.variant);
  }

  /** The place without leading zeros and in lower case; equal for labels of the same place. */
  public String key() {
    return moduleNumber + letters(module) + "." + lessonNumber + letters(lesson);
  }

  private static int number(String label) {
    return Integer.parseInt(label.substring(0, digits(label)));
  }

  private static String letters(String label) {
    return label.substring(digits(label)).toLowerCase(Locale.ROOT);
  }

  private static int digits(String label) {
    int end = 0;
    while (end < label.length() && label.charAt(end) >= '0' && label.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
