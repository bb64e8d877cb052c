package io.creatoros.postgres.security;

import io.creatoros.core.course.Sha256;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A database of two teams. Each project has an owner, a course with rows in every table, and a word
 * of its own, its canary, in all of them; ours has members of every kind. A third project has
 * courses, but no row of its own and no members.
 */
public final class Teams {
  static final String OWNER = "11111111-0000-4000-8000-000000000001";
  static final String EDITOR = "11111111-0000-4000-8000-000000000002";
  static final String VIEWER = "11111111-0000-4000-8000-000000000003";
  static final String OUTSIDER = "11111111-0000-4000-8000-000000000004";
  static final String THEIR_OWNER = "22222222-0000-4000-8000-000000000001";

  static final String EDITOR_LOGIN = "team_editor";
  static final String VIEWER_LOGIN = "team_viewer";
  static final String OUTSIDER_LOGIN = "team_outsider";
  static final String STRANGER_LOGIN = "team_stranger";

  /** A project that only courses name. */
  static final String UNOWNED = "unowned";

  /** The path of the course that each project has. */
  public static final String COURSE = "curso";

  /** The two that are told apart. */
  public enum Project {
    OURS(OWNER),
    THEIRS(THEIR_OWNER);

    private final String owner;

    Project(String owner) {
      this.owner = owner;
    }

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** A word that stands in every row of the project. */
    public String canary() {
      return "canario-" + slug();
    }

    /** The path of its only file. */
    public String lesson() {
      return "aulas/" + canary() + ".md";
    }

    /** What shows that an answer tells of the project. */
    List<String> signs() {
      byte[] bytes = canary().getBytes(StandardCharsets.UTF_8);
      return List.of(
          canary(),
          owner,
          HexFormat.of().formatHex(bytes),
          Base64.getEncoder().encodeToString(bytes).substring(0, 14));
    }
  }

  private Teams() {}

  /** The database, for those who leave it as it is. */
  public static TestDatabase database() {
    return Holder.DATABASE;
  }

  private static TestDatabase make() {
    TestDatabase database = SupabaseLike.migrated();
    for (String login : List.of(EDITOR_LOGIN, VIEWER_LOGIN, OUTSIDER_LOGIN)) {
      SupabaseLike.asWriter(database, login);
    }
    SupabaseLike.asStranger(database, STRANGER_LOGIN);
    try (Session session = Session.open(database)) {
      fill(session);
      session.execute("commit");
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    return database;
  }

  /** The sessions of those who really log in, by who they are. */
  static Map<Actor, Session> logins() {
    TestDatabase database = database();
    Map<Actor, Session> sessions = new EnumMap<>(Actor.class);
    for (Actor actor : Actor.values()) {
      actor
          .login()
          .map(
              login ->
                  login.equals(STRANGER_LOGIN)
                      ? SupabaseLike.asStranger(database, login)
                      : SupabaseLike.asWriter(database, login))
          .ifPresent(login -> sessions.put(actor, Session.ofLogin(login)));
    }
    return sessions;
  }

  private static void fill(Session session) throws SQLException {
    for (Project project : Project.values()) {
      addUser(session, project.slug(), project.owner, "owner");
      addCourse(session, project);
    }
    addUser(session, "ours", EDITOR, "editor");
    addUser(session, "ours", VIEWER, "viewer");
    addLogin(session, "ours", EDITOR_LOGIN, "editor");
    addLogin(session, "ours", VIEWER_LOGIN, "viewer");
    session.text("select creatoros.ensure_course(?, ?)", UNOWNED, COURSE);
    session.execute("insert into public.minds (slug, name) values ('shared', 'of everybody')");
  }

  private static void addUser(Session session, String project, String user, String role)
      throws SQLException {
    session.text("select creatoros.set_member(?, ?::uuid, null, ?)", project, user, role);
  }

  private static void addLogin(Session session, String project, String login, String role)
      throws SQLException {
    session.text("select creatoros.set_member(?, null, ?, ?)", project, login, role);
  }

  private static void addCourse(Session session, Project project) throws SQLException {
    String canary = project.canary();
    String hash = upload(session, project, canary);
    upload(session, project, canary + " never committed");
    session.text(
        """
        select creatoros.commit(p.slug, p.course, 0, p.canary,
          jsonb_build_array(jsonb_build_object('path', p.lesson, 'name', p.lesson, 'sha256', p.hash,
            'size', octet_length(p.canary), 'kind', 'lesson', 'stored', true)),
          jsonb_build_array(jsonb_build_object('path', p.lesson, 'version', 1, 'facts', p.canary)),
          jsonb_build_object('version', 1, 'searchable', true, 'texts', '{}'::jsonb,
            'personas', jsonb_build_object(p.canary, p.canary),
            'rows', jsonb_build_object(
              'content_pieces', jsonb_build_array(jsonb_build_object('type', 'course',
                'title', p.canary, 'piece_slug', p.canary, 'keywords', jsonb_build_array(p.canary),
                'status', 'draft', 'persona', p.canary)),
              'course_metadata', jsonb_build_array(jsonb_build_object('curriculum', '{}'::jsonb,
                'learning_objectives', '[]'::jsonb, 'course_brief', p.hash,
                'pedagogical_framework', p.canary, 'total_modules', 1, 'total_lessons', 1,
                'total_scripts', 0, 'total_transcripts', 0, 'course_type', 'technical',
                'findings', jsonb_build_array(jsonb_build_object('code', 'A', 'severity', 'error',
                  'message', p.canary)))),
              'market_research', jsonb_build_array(jsonb_build_object(
                'market_analysis', p.hash, 'pricing_recommendation', p.canary)),
              'course_lessons', jsonb_build_array(jsonb_build_object('file_path', p.lesson,
                'title', p.canary, 'slug', p.canary, 'status', 'draft', 'content_sha256', p.hash,
                'content_markdown', p.hash, 'gps_score', 1, 'gps_points', 30,
                'didatica_points', 90, 'validation_status', 'failed')))))
        from (select ?::text as slug, ?::text as course, ?::text as canary, ?::text as lesson,
          ?::text as hash) p
        """,
        project.slug(),
        COURSE,
        canary,
        project.lesson(),
        hash);
    String course = courseId(session, project);
    for (String sql :
        List.of(
            "insert into creatoros.refused_rows (course_id, table_name, path, code, reason,"
                + " revision) values (%s, 'course_lessons', 'x', '22000', '%s', 1)",
            "insert into public.content_performance (course_id, content_piece_id, key_learnings)"
                + " select %s, id, '\"%s\"' from public.content_pieces where course_id = %1$s",
            "update public.course_lessons set reviewer = '%2$s' where course_id = %1$s")) {
      session.execute(sql.formatted(course, canary));
    }
  }

  private static String upload(Session session, Project project, String text) throws SQLException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Sha256 hash = Sha256.of(bytes);
    session.text(
        "select creatoros.upload(?, ?, array[?]::bytea[], '{0}', array[?]::bytea[])",
        project.slug(), COURSE, hash.bytes(), bytes);
    return hash.hex();
  }

  static String courseId(Session session, Project project) throws SQLException {
    return session.text(
        "select id from creatoros.courses where project = ? and path = ?", project.slug(), COURSE);
  }

  private static final class Holder {
    static final TestDatabase DATABASE = make();
  }

  static String projectId(Session session, Project project) throws SQLException {
    return session.text("select id from public.content_projects where slug = ?", project.slug());
  }
}
