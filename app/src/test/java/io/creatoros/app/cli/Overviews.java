package io.creatoros.app.cli;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.ValidationCounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Courses and lessons as a mirror tells of them. */
final class Overviews {

  private Overviews() {}

  static CourseOverview course(String path) {
    return new CourseOverview(
        new CourseId(path),
        "Horta em Casa",
        Optional.of("horta-em-casa"),
        Optional.of("marina"),
        score("0.93"),
        score("0.9"),
        "published",
        List.of("horta", "vasos"),
        Optional.of("technical"),
        Optional.empty(),
        Optional.of("beginner"),
        Optional.of("pt"),
        2,
        3,
        Optional.of(4),
        1200,
        score("0.875"),
        score("0.6"),
        new ValidationCounts(1, 0, 1, 1),
        1,
        2);
  }

  /** A course that declares nothing and was not scored. */
  static CourseOverview bare(String path) {
    return new CourseOverview(
        new CourseId(path),
        path,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "draft",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        new ValidationCounts(0, 0, 0, 0),
        0,
        0);
  }

  static CourseSummary files(String path) {
    return new CourseSummary(new CourseId(path), 3, "ana:/courses", 19, 2048);
  }

  static LessonOverview lesson(String id, String gps, String didatica, int words, String checked) {
    return new LessonOverview(
        "lessons/" + id + "-a.md",
        Optional.of(id),
        Optional.of(Integer.parseInt(id.split("\\.")[0])),
        Optional.of(Integer.parseInt(id.split("\\.")[1])),
        Optional.of("Module " + id.split("\\.")[0]),
        "Lesson " + id,
        Optional.of(words),
        score(gps),
        score(didatica),
        Optional.of(checked),
        checked.equals("passed") ? List.of() : List.of("no story to begin with"),
        Optional.empty(),
        Optional.empty(),
        "draft");
  }

  /** A lesson without a number, a module and scores. */
  static LessonOverview unscored(String title) {
    return new LessonOverview(
        "lessons/" + title + ".md",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "draft");
  }

  static Optional<BigDecimal> score(String score) {
    return Optional.of(new BigDecimal(score));
  }
}
