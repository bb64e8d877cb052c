package io.creatoros.postgrest.security;

import io.creatoros.postgres.Hand;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.security.Teams;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.TypedCourse;

/**
 * A project of one of the teams, with courses for rows to be added to.
 *
 * @param slug the project
 * @param project its id
 * @param full the id of the team's course, which has rows of every kind
 * @param bare the id of a course that has only its first row
 * @param piece the id of that row
 * @param empty the id of a course without rows
 */
record Place(String slug, String project, long full, long bare, String piece, long empty) {

  private static final String BARE = "bare";
  private static final String EMPTY = "empty";

  /** Adds the other courses to those of a team. */
  static Place of(Teams.Project project) {
    TestDatabase database = Teams.database();
    Hand hand = new Hand(database);
    try (PostgresMirror mirror =
        PostgresMirror.open(
            PostgresConfig.of(database.jdbcUrl())
                .withCredentials(database.user(), database.password())
                .withProject(project.slug()))) {
      new TypedCourse(BARE).commit(mirror);
      new TypedCourse(EMPTY).commit(mirror);
    }
    long bare = course(hand, project, BARE);
    long empty = course(hand, project, EMPTY);
    hand.execute("delete from public.course_metadata where course_id = ?", bare);
    hand.execute("delete from public.content_pieces where course_id = ?", empty);
    return new Place(
        project.slug(),
        one(hand, "select id from public.content_projects where slug = ?", project.slug()),
        course(hand, project, Teams.COURSE),
        bare,
        one(hand, "select id from public.content_pieces where course_id = ?", bare),
        empty);
  }

  private static long course(Hand hand, Teams.Project project, String path) {
    return Long.parseLong(
        one(
            hand,
            "select id from creatoros.courses where project = ? and path = ?",
            project.slug(),
            path));
  }

  private static String one(Hand hand, String sql, Object... arguments) {
    return hand.query(String.class, sql, arguments).get(0);
  }

  /** The part of a request that picks the rows of this place. */
  String filter(Relation relation) {
    String value =
        switch (relation.key()) {
          case "project" -> slug;
          case "course_id" -> Long.toString(full);
          default -> project;
        };
    return "?" + relation.key() + "=eq." + value;
  }

  String fill(String row) {
    return row.replace("PROJECT", project)
        .replace("COURSE", Long.toString(bare))
        .replace("EMPTY", Long.toString(empty))
        .replace("PIECE", piece);
  }
}
