package io.creatoros.postgres.security;

import io.creatoros.postgres.security.TableRules.Operation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Each table and view, tried by each actor, on rows of either project. */
final class TableCells {
  private static final Set<String> TABLES_OF_COURSES = Set.of("creatoros.courses");

  private static final String RELATIONS =
      """
      select n.nspname || '.' || c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('creatoros', 'public') and c.relkind in ('r', 'p', 'v', 'm')
      order by 1
      """;

  private static final String COLUMNS =
      "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0"
          + " and not attisdropped";

  /** The first column that may be set to what it is, by somebody who may set columns. */
  private static final String SETTABLE =
      """
      select attname from pg_attribute
      where attrelid = ?::regclass and attnum > 0 and not attisdropped and attidentity = ''
        and attgenerated = ''
      order by attname not in ('role', 'name'), attnum limit 1
      """;

  private final Session session;
  private final Map<Actor, Session> logins;

  /** With a superuser who acts as everybody. */
  TableCells(Session session) {
    this(session, Map.of());
  }

  /** With those who log in by themselves. */
  TableCells(Session session, Map<Actor, Session> logins) {
    this.session = session;
    this.logins = logins;
  }

  /** The tables and views that there are. */
  List<String> relations() throws SQLException {
    return session.texts(RELATIONS);
  }

  /** The cells of one, each tried when it is asked for. */
  Stream<Cell> tried(String relation) throws SQLException {
    TableRules.Rule rule =
        TableRules.of(relation)
            .orElseThrow(() -> new AssertionError("no rule says who may use " + relation));
    List<Try> tries = new ArrayList<>();
    for (Teams.Project project : Teams.Project.values()) {
      String rows = rows(relation, project);
      String copy =
          session.texts("select to_jsonb(t) from " + relation + " t where " + rows).stream()
              .findFirst()
              .orElse("{}");
      for (Operation operation : Operation.values()) {
        String sql = statement(operation, relation, rows, copy);
        String what = operation.name().toLowerCase(Locale.ROOT) + " " + relation;
        for (Actor actor : Actor.values()) {
          Outcome expected =
              TableRules.expected(rule.of(operation), operation, actor.standing(project));
          tries.add(new Try(actor, what, project, expected, sql));
        }
      }
    }
    return tries.stream().map(this::cell);
  }

  private Cell cell(Try one) {
    Session by = logins.getOrDefault(one.actor(), session);
    Outcome outcome = by.tried(one.actor(), tried -> outcome(tried, one.sql()));
    return new Cell(one.actor(), one.what(), one.project(), one.expected(), outcome);
  }

  private record Try(
      Actor actor, String what, Teams.Project project, Outcome expected, String sql) {}

  private String statement(Operation operation, String relation, String rows, String copy)
      throws SQLException {
    String column = session.text(SETTABLE, relation);
    return switch (operation) {
      case SELECT -> "select count(*) from " + relation + " where " + rows;
      case INSERT ->
          "insert into "
              + relation
              + " overriding system value select * from jsonb_populate_record(null::"
              + relation
              + ", '"
              + copy.replace("'", "''")
              + "')";
      case UPDATE -> "update %s set %s = %2$s where %s".formatted(relation, column, rows);
      case DELETE -> "delete from " + relation + " where " + rows;
      case TRUNCATE -> "truncate " + relation + " cascade";
    };
  }

  /** Which rows are of a project; all of them, in a table that is of none. */
  private String rows(String relation, Teams.Project project) throws SQLException {
    List<String> columns = session.texts(COLUMNS, relation);
    if (TABLES_OF_COURSES.contains(relation)) {
      return "id = " + Teams.courseId(session, project);
    }
    if (relation.equals("public.content_projects")) {
      return "id = '" + Teams.projectId(session, project) + "'";
    }
    if (columns.contains("course_id")) {
      return "course_id = " + Teams.courseId(session, project);
    }
    if (columns.contains("project_id")) {
      return "project_id = '" + Teams.projectId(session, project) + "'";
    }
    return columns.contains("project") ? "project = '" + project.slug() + "'" : "true";
  }

  /**
   * Keys that are taken, and whether an owner is the last, are looked at after rights are: whoever
   * is told of them may write.
   */
  private static Outcome outcome(Session session, String sql) throws SQLException {
    try {
      return session.count(sql) == 0 && !sql.startsWith("truncate")
          ? Outcome.NOTHING
          : Outcome.DONE;
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (state.startsWith("23")) {
        return Outcome.DONE;
      }
      if (state.equals("42501") || state.equals("55000") || state.equals("42809")) {
        return Outcome.REFUSED;
      }
      throw e;
    }
  }
}
