package io.creatoros.postgres.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.ManyCourses;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What concerns one course costs a member no more because there are many courses: with 5,000 in the
 * project, policies are lookups in indexes.
 */
final class SecuredPlansTest {
  private static final int COURSES = 5_000;

  private static TestDatabase database;
  private static Session session;
  private static String course;

  @BeforeAll
  static void fill() throws SQLException {
    database = SupabaseLike.migrated();
    try (Connection connection = database.connect()) {
      ManyCourses.fill(connection, COURSES, 2);
    }
    session = Session.open(database);
    course =
        session.text(
            "select id from creatoros.courses where path = ?", ManyCourses.path(COURSES / 2));
    session.text("select creatoros.set_member('default', ?::uuid, null, 'editor')", Teams.EDITOR);
    session.execute(
        """
        insert into creatoros.contents (course_id, sha256, part, bytes)
        select id, sha256(path::bytea), 0, path::bytea from creatoros.courses;
        insert into creatoros.files
          (course_id, path, name, sha256, size, kind, stored, revision, origin)
        select id, 'a.md', 'a.md', sha256(path::bytea), octet_length(path), 'lesson', true, 1, ''
        from creatoros.courses;
        analyze
        """);
  }

  @AfterAll
  static void close() {
    session.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select revision from creatoros.courses where project = 'default'"
            + " and path = 'courses/course-2500' for no key update",
        "select f.path from creatoros.courses c join creatoros.files f on f.course_id = c.id"
            + " where c.project = 'default' and c.path = 'courses/course-2500'",
        "select bytes from creatoros.contents where course_id = COURSE",
        "select title from public.course_lessons where course_id = COURSE",
        "select title from public.content_pieces where course_id = COURSE",
        "select lessons from public.course_statistics where course_id = COURSE",
        "select id from creatoros.foreign_edits where course_id = COURSE",
        "insert into creatoros.contents (course_id, sha256, part, bytes)"
            + " values (COURSE, sha256('x'), 0, 'x')"
            + " on conflict (course_id, sha256, part) do update set bytes = excluded.bytes",
        "insert into creatoros.files (course_id, path, name, sha256, size, kind, stored, revision,"
            + " origin) select COURSE, 'b' || i, 'b', sha256('x'), 1, 'lesson', true, 1, ''"
            + " from generate_series(1, 1000) i",
        "update public.course_lessons set status = 'reviewed' where course_id = COURSE",
        "delete from creatoros.files where course_id = COURSE",
        "delete from public.content_pieces where course_id = COURSE"
      })
  void statementOnOneCourseShouldLookUpItsRowsInIndexes(String sql) {
    String plan = plan(sql.replace("COURSE", course));

    assertThat(plan).contains("Index").doesNotContainPattern("Seq Scan on (?!content_projects)");
  }

  private static String plan(String sql) {
    return session.undone(
        () -> {
          session.become(Actor.EDITOR);
          return String.join("\n", session.texts("explain " + sql));
        });
  }
}
