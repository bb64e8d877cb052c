package io.creatoros.postgres;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.query.LessonHit;
import io.creatoros.core.query.LessonOverview;
import io.creatoros.core.query.LessonSearch;
import io.creatoros.core.query.ProjectStats;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/** Questions to the typed rows, one statement each. */
final class PostgresQueries implements CourseQueries {
  private final Database database;
  private final String project;

  PostgresQueries(Database database, String project) {
    this.database = database;
    this.project = project;
  }

  @Override
  public List<CourseOverview> courses() {
    return overviews(QuerySql.COURSES, query -> query);
  }

  @Override
  public Optional<CourseOverview> course(CourseId course) {
    return overviews(QuerySql.COURSE, query -> query.bind("course", course.path())).stream()
        .findFirst();
  }

  @Override
  public List<CourseOverview> withSlug(String slug) {
    return overviews(QuerySql.WITH_SLUG, query -> query.bind("slug", slug));
  }

  @Override
  public List<CourseOverview> withKeyword(String keyword) {
    return overviews(QuerySql.WITH_KEYWORD, query -> query.bind("keyword", keyword));
  }

  @Override
  public List<CourseOverview> withPersona(String persona) {
    return overviews(QuerySql.WITH_PERSONA, query -> query.bind("persona", persona));
  }

  @Override
  public List<LessonOverview> lessons(CourseId course) {
    return database.call(
        "list the lessons of course \"" + course + "\"",
        handle ->
            bound(handle.createQuery(QuerySql.LESSONS))
                .bind("course", course.path())
                .map((row, context) -> Overviews.lesson(row))
                .list());
  }

  @Override
  public List<LessonHit> topLessons(int limit) {
    return database.call(
        "list the best lessons",
        handle ->
            bound(handle.createQuery(QuerySql.TOP_LESSONS))
                .bind("limit", Math.max(0, limit))
                .map((row, context) -> Overviews.hit(row))
                .list());
  }

  @Override
  public List<LessonHit> search(LessonSearch search) {
    return new LessonSearching(database, project).search(search);
  }

  @Override
  public ProjectStats stats() {
    StatsTally tally = new StatsTally();
    database.call(
        "count courses and lessons",
        handle ->
            bound(handle.createQuery(QuerySql.STATS)).map((row, context) -> tally.add(row)).list());
    return tally.stats();
  }

  @Override
  public Optional<String> export(CourseId course) {
    return new CourseExport(database, project).of(course);
  }

  private List<CourseOverview> overviews(String sql, UnaryOperator<Query> asked) {
    return database.call(
        "list courses",
        handle ->
            asked
                .apply(bound(handle.createQuery(sql)))
                .map((row, context) -> Overviews.course(row))
                .list());
  }

  private Query bound(Query query) {
    return query.bind("project", project);
  }
}
