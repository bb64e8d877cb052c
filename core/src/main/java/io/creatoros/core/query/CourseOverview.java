package io.creatoros.core.query;

import io.creatoros.core.course.CourseId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A course in a few figures.
 *
 * @param course the course
 * @param title its title
 * @param slug the slug it declares
 * @param persona the slug of the persona it was written with
 * @param fidelity how close the voice came, from 0 to 1, where somebody reported it
 * @param fidelityTarget how close it should come, from 0 to 1
 * @param status {@code draft}, {@code published} or {@code archived}
 * @param keywords its keywords, in order
 * @param type {@code technical}, {@code conceptual} or {@code mixed}
 * @param tool the main tool
 * @param level {@code beginner}, {@code intermediate} or {@code advanced}
 * @param language {@code pt} or {@code en}
 * @param modules how many modules its lessons are in
 * @param lessons how many lessons it has
 * @param plannedLessons how many lessons its curriculum lists, or else declares; absent without a
 *     curriculum that tells
 * @param words how many words its lessons have together
 * @param averageGps the mean of the GPS scores, from 0 to 1; absent without scored lessons
 * @param averageDidatica the mean of the Didática scores, from 0 to 1
 * @param validation how its lessons stand
 * @param errors how many findings are errors
 * @param warnings how many findings are warnings
 */
public record CourseOverview(
    CourseId course,
    String title,
    Optional<String> slug,
    Optional<String> persona,
    Optional<BigDecimal> fidelity,
    Optional<BigDecimal> fidelityTarget,
    String status,
    List<String> keywords,
    Optional<String> type,
    Optional<String> tool,
    Optional<String> level,
    Optional<String> language,
    int modules,
    int lessons,
    Optional<Integer> plannedLessons,
    long words,
    Optional<BigDecimal> averageGps,
    Optional<BigDecimal> averageDidatica,
    ValidationCounts validation,
    int errors,
    int warnings) {

  public CourseOverview {
    keywords = List.copyOf(keywords);
  }
}
