package io.creatoros.testkit;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonOverview;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the contracts of questions write, and what they expect to be told of it. */
final class QuerySamples {

  private QuerySamples() {}

  /** The columns of a lesson with so many points of 30 and of 100. */
  static Map<String, Object> scored(int gps, int didatica, String status, int words) {
    return Map.of(
        "gps_points", gps,
        "gps_score", new BigDecimal(List.of("0", "0.33", "0.67", "1").get(gps / 10)),
        "didatica_points", didatica,
        "didatica_score", BigDecimal.valueOf(didatica, 2),
        "rubric_version", 1,
        "validation_status", status,
        "word_count", words);
  }

  static Map<String, Object> finding(String severity) {
    return Map.of("code", "X", "severity", severity, "path", "a.md", "message", "m", "remedy", "r");
  }

  /** A lesson of which nothing but its path is known. */
  static LessonOverview plain(String path) {
    return new LessonOverview(
        path, none(), none(), none(), none(), path, none(), none(), none(), none(), List.of(),
        none(), none(), "draft");
  }

  static Optional<BigDecimal> score(String number) {
    return Optional.of(new BigDecimal(number));
  }

  static <T> Optional<T> none() {
    return Optional.empty();
  }

  static List<String> paths(List<LessonHit> hits) {
    return hits.stream().map(hit -> hit.course() + "/" + hit.lesson().path()).toList();
  }

  static List<CourseId> ids(List<CourseOverview> courses) {
    return courses.stream().map(CourseOverview::course).toList();
  }
}
