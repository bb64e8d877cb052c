package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.ManyCourses;
import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each question to a large mirror is answered by an index. The planner decides by itself, on 2,000
 * courses with 20 lessons each, for the very statements that the adapter runs.
 */
final class QueryPlansTest {
  private static final int COURSES = 2_000;
  private static final int LESSONS_PER_COURSE = 20;

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
    assertThat(plan(QuerySql.WITH_SLUG, Map.of("slug", ManyCourses.slug(1234))))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void coursesShouldBeFoundByKeyword() {
    assertThat(plan(QuerySql.WITH_KEYWORD, Map.of("keyword", ManyCourses.keyword(17))))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void coursesShouldBeFoundByPersona() {
    assertThat(plan(QuerySql.WITH_PERSONA, Map.of("persona", ManyCourses.persona(7))))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void lessonsShouldBeFoundByTheirCourse() {
    assertThat(plan(QuerySql.LESSONS, Map.of("course", ManyCourses.path(1234))))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void bestLessonsShouldBeReadInOrder() {
    assertThat(plan(QuerySql.TOP_LESSONS, Map.of("limit", 10)))
        .satisfies(QueryPlansTest::usesIndexes);
  }

  @Test
  void lessonsShouldBeFoundByTheirWords() {
    Map<String, Object> asked = new HashMap<>();
    asked.put("words", ManyCourses.words(77));
    asked.put("persona", null);
    asked.put("minGps", null);
    asked.put("limit", 10);

    assertThat(plan(QuerySql.SEARCH, asked)).satisfies(QueryPlansTest::usesIndexes);
    assertThat(plan(QuerySql.NOT_INDEXED, Map.of())).satisfies(QueryPlansTest::usesIndexes);
  }

  private static void usesIndexes(String plan) {
    assertThat(plan)
        .containsPattern("(Index (Only )?Scan|Bitmap Index Scan)")
        .doesNotContain("Seq Scan on course_lessons", "Seq Scan on content_pieces");
  }

  private static String plan(String sql, Map<String, ?> asked) {
    List<String> lines =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("explain " + sql)
                    .bindMap(asked)
                    .bind("project", "default")
                    .mapTo(String.class)
                    .list());
    return String.join("\n", lines);
  }
}
