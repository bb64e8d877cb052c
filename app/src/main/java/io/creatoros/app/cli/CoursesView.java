package io.creatoros.app.cli;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.ValidationCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Shows the courses of a mirror. */
final class CoursesView {

  private final String project;
  private final List<CourseSummary> courses;
  private final Map<CourseId, CourseOverview> overviews;

  CoursesView(
      String project, List<CourseSummary> courses, Map<CourseId, CourseOverview> overviews) {
    this.project = project;
    this.courses = courses;
    this.overviews = overviews;
  }

  Outcome outcome() {
    return Outcome.done(
        CourseJson.row("project", project, "courses", courses.stream().map(this::json).toList()),
        courses.isEmpty()
            ? List.of("no such course in project " + project)
            : table().without("FAILED", "WARNING", "UNSCORED", "PERSONA", "VOICE").lines());
  }

  private Table table() {
    Table table =
        new Table(
            "COURSE",
            "MODULES",
            "LESSONS",
            "GPS",
            "DIDÁTICA",
            "PASSED",
            "WARNING",
            "FAILED",
            "UNSCORED",
            "PERSONA",
            "VOICE",
            "FILES");
    for (CourseSummary course : courses) {
      Optional<CourseOverview> overview = overview(course);
      table.row(
          course.course(),
          Text.orNone(overview.map(CourseOverview::modules)),
          Text.orNone(overview.map(CourseOverview::lessons)),
          Text.score(overview.flatMap(CourseOverview::averageGps)),
          Text.score(overview.flatMap(CourseOverview::averageDidatica)),
          count(overview, ValidationCounts::passed),
          count(overview, ValidationCounts::warning),
          count(overview, ValidationCounts::failed),
          count(overview, ValidationCounts::unscored),
          Text.orNone(overview.flatMap(CourseOverview::persona)),
          overview.map(CoursesView::voice).orElse(Text.NONE),
          course.files());
    }
    return table;
  }

  /** How many lessons stand so; none is told as such, so that the few are seen. */
  private static String count(
      Optional<CourseOverview> overview, ToIntFunction<ValidationCounts> standing) {
    return overview
        .map(course -> standing.applyAsInt(course.validation()))
        .filter(lessons -> lessons > 0)
        .map(String::valueOf)
        .orElse(Text.NONE);
  }

  /** How lessons stand, shortly: {@code 6 passed, 1 warning, 1 failed}. */
  static String checked(ValidationCounts counts) {
    StringBuilder text = new StringBuilder();
    part(text, counts.passed(), "passed");
    part(text, counts.warning(), "warning");
    part(text, counts.failed(), "failed");
    part(text, counts.unscored(), "unscored");
    return text.isEmpty() ? Text.NONE : text.toString();
  }

  private static void part(StringBuilder text, int count, String label) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(label);
    }
  }

  /** The fidelity that was reported, of the one that is aimed at. */
  static String voice(CourseOverview course) {
    if (course.fidelity().isEmpty() && course.fidelityTarget().isEmpty()) {
      return Text.NONE;
    }
    return Text.score(course.fidelity()) + " / " + Text.score(course.fidelityTarget());
  }

  private Optional<CourseOverview> overview(CourseSummary course) {
    return Optional.ofNullable(overviews.get(course.course()));
  }

  private Map<String, Object> json(CourseSummary course) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("course", course.course());
    json.put("revision", course.revision());
    json.put("files", course.files());
    json.put("bytes", course.bytes());
    json.put("origin", course.origin());
    json.put("typedRows", overview(course).isPresent());
    overview(course).ifPresent(overview -> json.putAll(OverviewJson.of(overview)));
    return json;
  }
}
