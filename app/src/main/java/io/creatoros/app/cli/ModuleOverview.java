package io.creatoros.app.cli;

import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.ValidationCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A module of a course, by its lessons.
 *
 * @param number its number; absent for lessons that are in none
 * @param title its title
 * @param lessons its lessons, in teaching order
 */
record ModuleOverview(
    Optional<Integer> number, Optional<String> title, List<LessonOverview> lessons) {

  ModuleOverview {
    lessons = List.copyOf(lessons);
  }

  /** The modules of lessons, in the order of the lessons. */
  static List<ModuleOverview> of(List<LessonOverview> lessons) {
    Map<Optional<Integer>, List<LessonOverview>> byNumber = new LinkedHashMap<>();
    lessons.forEach(
        lesson ->
            byNumber.computeIfAbsent(lesson.moduleNumber(), n -> new ArrayList<>()).add(lesson));
    return byNumber.entrySet().stream()
        .map(
            module ->
                new ModuleOverview(module.getKey(), title(module.getValue()), module.getValue()))
        .toList();
  }

  private static Optional<String> title(List<LessonOverview> lessons) {
    return lessons.stream().flatMap(lesson -> lesson.moduleTitle().stream()).findFirst();
  }

  long words() {
    return lessons.stream().mapToLong(lesson -> lesson.words().orElse(0)).sum();
  }

  Optional<BigDecimal> averageGps() {
    return average(LessonOverview::gps);
  }

  Optional<BigDecimal> averageDidatica() {
    return average(LessonOverview::didatica);
  }

  private Optional<BigDecimal> average(Function<LessonOverview, Optional<BigDecimal>> score) {
    List<BigDecimal> scores =
        lessons.stream().flatMap(lesson -> score.apply(lesson).stream()).toList();
    return scores.stream()
        .reduce(BigDecimal::add)
        .map(sum -> sum.divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP));
  }

  ValidationCounts validation() {
    return new ValidationCounts(
        count("passed"),
        count("warning"),
        count("failed"),
        (int) lessons.stream().filter(lesson -> lesson.validation().isEmpty()).count());
  }

  private int count(String validation) {
    return (int)
        lessons.stream()
            .filter(lesson -> lesson.validation().equals(Optional.of(validation)))
            .count();
  }

  Map<String, Object> json() {
    return CourseJson.row(
        "moduleNumber", number,
        "moduleTitle", title,
        "lessons", lessons.size(),
        "words", words(),
        "averageGps", averageGps(),
        "averageDidatica", averageDidatica(),
        "validation", OverviewJson.of(validation()));
  }
}
