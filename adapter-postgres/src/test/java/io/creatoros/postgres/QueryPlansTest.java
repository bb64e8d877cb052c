package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.ManyCourses;
import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each question to a large mirror is answered by an index. The planner decides by itself, on 2,000
 * courses with 20 lessons each, for the very statements that the adapter runs; the server tells the
 * plans that it took within functions.
 */
final class QueryPlansTest {
  private static final int COURSES = 2_000;
  private static final int LESSONS_PER_COURSE = 20;

  private static final String TELL_PLANS =
      """
      load 'auto_explain';
      set auto_explain.log_min_duration = 0;
      set auto_explain.log_nested_statements = on;
      set auto_explain.log_level = notice
      """;

  private static TestDatabase database;
  private static Jdbi jdbi;

  @BeforeAll
  static void fill() throws SQLException {
    database = MigratedDatabase.fresh();
    jdbi = Jdbi.create(database.jdbcUrl(), database.user(), database.password());
    try (Connection connection = database.connect()) {
      ManyCourses.fill(connection, COURSES, LESSONS_PER_COURSE);
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void courseShouldBeFoundBySlug() {
    assertThat(plans(QuerySql.OVERVIEWS, filter("slug", ManyCourses.slug(1234))))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void coursesShouldBeFoundByKeyword() {
    assertThat(plans(QuerySql.OVERVIEWS, filter("keyword", ManyCourses.keyword(17))))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void coursesShouldBeFoundByPersona() {
    assertThat(plans(QuerySql.OVERVIEWS, filter("persona", ManyCourses.persona(7))))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void lessonsShouldBeFoundByTheirCourse() {
    assertThat(plans(QuerySql.LESSONS, Map.of("course", ManyCourses.path(1234))))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void bestLessonsShouldBeReadInOrder() {
    assertThat(plans(QuerySql.TOP_LESSONS, Map.of("limit", 10)))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void lessonsShouldBeFoundByTheirWords() {
    Map<String, Object> asked = new HashMap<>();
    asked.put("words", ManyCourses.words(77));
    asked.put("persona", null);
    asked.put("minGps", null);
    asked.put("limit", 10);

    assertThat(plans(QuerySql.SEARCH, asked)).satisfies(QueryPlansTest::usesIndexes);
    assertThat(plans(QuerySql.NOT_INDEXED, Map.of())).satisfies(QueryPlansTest::usesIndexes);
  }

  private static Map<String, Object> filter(String column, String value) {
    Map<String, Object> filter = new HashMap<>();
    List.of("course", "slug", "keyword", "persona").forEach(other -> filter.put(other, null));
    filter.put(column, value);
    return filter;
  }

  private static void usesIndexes(String plan) {
    assertThat(plan)
        .containsPattern("(Index (Only )?Scan|Bitmap Index Scan)")
        .doesNotContain("Seq Scan on course_lessons", "Seq Scan on content_pieces");
  }

  private static String plans(String sql, Map<String, ?> asked) {
    return jdbi.withHandle(
        handle -> {
          handle.execute(TELL_PLANS);
          return handle
              .createQuery(sql)
              .bindMap(asked)
              .bind("project", "default")
              .execute((statement, context) -> warnings(statement.get()));
        });
  }

  private static String warnings(Statement statement) throws SQLException {
    StringBuilder told = new StringBuilder();
    for (SQLWarning warning = statement.getWarnings();
        warning != null;
        warning = warning.getNextWarning()) {
      told.append(warning.getMessage()).append('\n');
    }
    return told.toString();
  }
}
