package io.creatoros.core.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A lesson in a few figures.
 *
 * @param path its file, relative to the course
 * @param lessonId its label as written, such as {@code 4A.1}
 * @param moduleNumber for sorting
 * @param lessonNumber for sorting
 * @param moduleTitle the title of its module
 * @param title its title
 * @param words how many words it has
 * @param gps the GPS score, from 0 to 1; absent when it is not scored
 * @param didatica the Didática score, from 0 to 1
 * @param validation {@code passed}, {@code warning}, {@code failed}; absent when it is not scored
 * @param issues what the validation found, in words
 * @param bloomLevel one of the six levels
 * @param durationMinutes its duration
 * @param status {@code draft}, {@code reviewed}, {@code published} or {@code archived}
 */
public record LessonOverview(
    String path,
    Optional<String> lessonId,
    Optional<Integer> moduleNumber,
    Optional<Integer> lessonNumber,
    Optional<String> moduleTitle,
    String title,
    Optional<Integer> words,
    Optional<BigDecimal> gps,
    Optional<BigDecimal> didatica,
    Optional<String> validation,
    List<String> issues,
    Optional<String> bloomLevel,
    Optional<Integer> durationMinutes,
    String status) {

  public LessonOverview {
    issues = List.copyOf(issues);
  }
}
