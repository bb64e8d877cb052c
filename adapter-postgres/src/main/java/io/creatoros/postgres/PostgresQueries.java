package io.creatoros.postgres;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.query.ProjectStats;
import io.creatoros.core.query.QueryAnswers;
import io.creatoros.core.query.QueryRow;
import io.creatoros.core.query.StatsTally;
import io.creatoros.core.wire.ExportJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Questions to the typed rows, one statement each. */
final class PostgresQueries implements CourseQueries {
  private static final List<String> FILTERS = List.of("course", "slug", "keyword", "persona");

  private final Database database;
  private final String project;

  PostgresQueries(Database database, String project) {
    this.database = database;
    this.project = project;
  }

  @Override
  public List<CourseOverview> courses() {
    return overviews(Map.of());
  }

  @Override
  public Optional<CourseOverview> course(CourseId course) {
    return overviews(Map.of("course", course.path())).stream().findFirst();
  }

  @Override
  public List<CourseOverview> withSlug(String slug) {
    return overviews(Map.of("slug", slug));
  }

  @Override
  public List<CourseOverview> withKeyword(String keyword) {
    return overviews(Map.of("keyword", keyword));
  }

  @Override
  public List<CourseOverview> withPersona(String persona) {
    return overviews(Map.of("persona", persona));
  }

  @Override
  public List<LessonOverview> lessons(CourseId course) {
    return ask(
        "list the lessons of course \"" + course + "\"",
        QuerySql.LESSONS,
        Map.of("course", course.path()),
        QueryAnswers::lesson);
  }

  @Override
  public List<LessonHit> topLessons(int limit) {
    return ask(
        "list the best lessons",
        QuerySql.TOP_LESSONS,
        Map.of("limit", Math.max(0, limit)),
        QueryAnswers::hit);
  }

  @Override
  public List<LessonHit> search(LessonSearch search) {
    QueryAnswers.requireIndexed(notIndexed());
    return ask(
        "search lessons",
        QuerySql.SEARCH,
        Map.of(
            "words", search.words().replace('\0', ' '),
            "persona", search.persona(),
            "minGps", search.minGps(),
            "limit", Math.max(0, search.limit())),
        QueryAnswers::hit);
  }

  @Override
  public ProjectStats stats() {
    StatsTally tally = new StatsTally();
    ask(
        "count courses and lessons",
        QuerySql.STATS,
        Map.of(),
        row -> {
          tally.add(row);
          return row;
        });
    return tally.stats();
  }

  @Override
  public Optional<String> export(CourseId course) {
    ExportJson export = new ExportJson(course);
    ask(
        "export course \"" + course + "\"",
        QuerySql.EXPORT,
        Map.of("course", course.path()),
        row -> {
          export.add(
              row.requiredNumber("course_revision").longValueExact(),
              row.requiredText("section"),
              row.requiredText("row"));
          return row;
        });
    return export.done();
  }

  private long notIndexed() {
    return database.call(
        "look for lessons that are not indexed",
        handle ->
            handle
                .createQuery(QuerySql.NOT_INDEXED)
                .bind("project", project)
                .mapTo(Long.class)
                .one());
  }

  private List<CourseOverview> overviews(Map<String, String> filter) {
    Map<String, Object> asked = new HashMap<>();
    FILTERS.forEach(column -> asked.put(column, Optional.ofNullable(filter.get(column))));
    return ask("list courses", QuerySql.OVERVIEWS, asked, QueryAnswers::course);
  }

  private <T> List<T> ask(
      String operation, String sql, Map<String, ?> asked, Function<QueryRow, T> answer) {
    return database.call(
        operation,
        handle ->
            handle
                .createQuery(sql)
                .bind("project", project)
                .bindMap(asked)
                .map((row, context) -> answer.apply(new ResultSetRow(row, context)))
                .list());
  }
}
