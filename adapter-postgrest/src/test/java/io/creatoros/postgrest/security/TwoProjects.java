package io.creatoros.postgrest.security;

import io.creatoros.core.course.CourseId;
import io.creatoros.postgres.Hand;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.TypedCourse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Two projects with rows in every table and view, and members of the first one. */
final class TwoProjects implements AutoCloseable {
  static final CourseId COURSE = new CourseId("brewing");
  static final String LESSON = "1.1-water.md";
  private static final String BARE = "bare";
  private static final String EMPTY = "empty";

  private final TestDatabase database = SupabaseLike.migrated();
  private final Hand hand = new Hand(database);
  private final Place own;
  private final Place other;

  TwoProjects() {
    own = fill("own");
    other = fill("other");
    Stream.of(Role.VIEWER, Role.EDITOR, Role.OWNER).forEach(role -> join(own, role));
    hand.execute(
        "insert into public.content_project_members (project_id, user_id, role)"
            + " values (?::uuid, gen_random_uuid(), 'owner')",
        other.project());
  }

  TestDatabase database() {
    return database;
  }

  /** The project that the callers are members of, as their names say. */
  Place own() {
    return own;
  }

  /** A project of somebody else. */
  Place other() {
    return other;
  }

  @Override
  public void close() {
    database.close();
  }

  private void join(Place place, Role role) {
    hand.execute(
        "insert into public.content_project_members (project_id, user_id, role)"
            + " values (?::uuid, ?, ?)",
        place.project(),
        role.user(),
        role.name().toLowerCase(Locale.ROOT));
  }

  private Place fill(String slug) {
    try (PostgresMirror mirror =
        PostgresMirror.open(
            PostgresConfig.of(database.jdbcUrl())
                .withCredentials(database.user(), database.password())
                .withProject(slug))) {
      full().commit(mirror);
      new TypedCourse(BARE).commit(mirror);
      new TypedCourse(EMPTY).commit(mirror);
    }
    String project = one("select id::text from public.content_projects where slug = ?", slug);
    long course = course(slug, COURSE.path());
    long bare = course(slug, BARE);
    long empty = course(slug, EMPTY);
    hand.execute("delete from public.course_metadata where course_id = ?", bare);
    hand.execute("delete from public.content_pieces where course_id = ?", empty);
    hand.execute(
        "insert into public.minds (project_id, slug, name) values (?::uuid, 'bia', 'Bia')",
        project);
    hand.execute(
        "insert into public.content_performance (course_id, content_piece_id)"
            + " select course_id, id from public.content_pieces where course_id = ?",
        course);
    hand.execute("update public.content_pieces set title = 'by hand' where course_id = ?", course);
    String piece = one("select id::text from public.content_pieces where course_id = ?", bare);
    return new Place(slug, project, course, bare, piece, empty);
  }

  private static TypedCourse full() {
    return new TypedCourse(COURSE.path())
        .piece("persona", "ana")
        .metadata("declared_lessons", 1)
        .metadata(
            "findings",
            List.of(
                Map.of(
                    "code", "X", "severity", "error", "path", "", "message", "m", "remedy", "r")))
        .research("market_analysis", "Many drink it.")
        .lesson(
            LESSON,
            "# Water",
            Map.of("gps_points", 20, "gps_score", 0.67, "validation_status", "failed"));
  }

  private long course(String project, String path) {
    return Long.parseLong(
        one(
            "select id::text from creatoros.courses where project = ? and path = ?",
            project,
            path));
  }

  private String one(String sql, Object... arguments) {
    return hand.query(String.class, sql, arguments).get(0);
  }
}
