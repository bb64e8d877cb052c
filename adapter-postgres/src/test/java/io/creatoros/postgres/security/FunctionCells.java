package io.creatoros.postgres.security;

import io.creatoros.postgres.security.Actor.Standing;
import io.creatoros.postgres.security.FunctionRules.Purpose;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Each function, called by each actor for either project, with arguments that make it do what it is
 * for. What it answers is searched for the project's canary; what a volatile one wrote is seen by
 * all rows of all tables together, others cannot write.
 */
final class FunctionCells {
  private static final String FUNCTIONS =
      """
      select n.nspname || '.' || p.proname || '|' || coalesce((
        select string_agg(format('%s %s', a.name, format_type(a.type, null)), ',' order by a.place)
        from unnest(p.proargnames[1:p.pronargs], p.proargtypes::oid[]) with ordinality
          as a (name, type, place)), '') || '|' || (p.prorettype = 'trigger'::regtype)
        || '|' || (p.provolatile = 'v')
      from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      join pg_language l on l.oid = p.prolang and l.lanname in ('sql', 'plpgsql')
      where n.nspname in ('creatoros', 'public') and p.prokind in ('f', 'p')
      order by 1
      """;

  private static final String SNAPSHOT =
      """
      select 'select md5(string_agg(t.v, '''' order by t.v)) from (' || string_agg(
        format('select %L || x::text as v from %s x', c.oid::regclass, c.oid::regclass),
        ' union all ') || ') t'
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('creatoros', 'public') and c.relkind = 'r'
      """;

  private final Session session;
  private final Map<Teams.Project, Map<String, String>> arguments = new HashMap<>();
  private final String snapshot;
  private final String before;

  FunctionCells(Session session) throws SQLException {
    this.session = session;
    this.snapshot = session.text(SNAPSHOT);
    this.before = session.text(snapshot);
    for (Teams.Project project : Teams.Project.values()) {
      arguments.put(project, arguments(project));
    }
  }

  /**
   * The functions that there are: name, arguments, whether triggers call it, whether it may write.
   */
  List<String> functions() throws SQLException {
    return session.texts(FUNCTIONS);
  }

  /** The cells of one, with what comes of each. */
  List<Cell> tried(String function) throws SQLException {
    String[] parts = function.split("\\|", -1);
    Purpose purpose =
        FunctionRules.of(parts[0], parts[0].startsWith("public."))
            .orElseThrow(() -> new AssertionError("no rule says what is " + function + " for"));
    List<Cell> cells = new ArrayList<>();
    for (Teams.Project project : Teams.Project.values()) {
      Map<String, String> values = new HashMap<>(arguments.getOrDefault(project, Map.of()));
      if (purpose == Purpose.HELPS) {
        values.values().removeIf(value -> value.contains(project.canary()));
      }
      String sql = call(parts[0], parts[1], values, Boolean.parseBoolean(parts[2]));
      for (Actor actor : Actor.values()) {
        Standing standing = actor.standing(project);
        Outcome outcome =
            session.tried(
                actor, tried -> outcome(tried, sql, project, Boolean.parseBoolean(parts[3])));
        cells.add(new Cell(actor, sql, project, expected(purpose, standing, outcome), outcome));
      }
    }
    return cells;
  }

  private static Outcome expected(Purpose purpose, Standing standing, Outcome outcome) {
    Need need = purpose.need();
    if (!need.grantedTo(standing)) {
      return Outcome.REFUSED;
    }
    boolean met = need.metBy(standing);
    return switch (purpose) {
      case READS -> met ? Outcome.DONE : Outcome.NOTHING;
      case WRITES, OWNS -> {
        boolean refused = outcome == Outcome.REFUSED;
        yield met == refused ? (met ? Outcome.DONE : Outcome.REFUSED) : outcome;
      }
      case HELPS ->
          outcome == Outcome.DONE && standing.compareTo(Standing.VIEWER) < 0
              ? Outcome.NOTHING
              : outcome;
      case CLOSED -> Outcome.REFUSED;
    };
  }

  private Outcome outcome(Session tried, String sql, Teams.Project project, boolean writes)
      throws SQLException {
    List<String> answers;
    try {
      answers = tried.texts(sql);
    } catch (SQLException e) {
      return "42501".equals(e.getSQLState()) ? Outcome.REFUSED : Outcome.NOTHING;
    }
    boolean told =
        answers.stream().anyMatch(answer -> project.signs().stream().anyMatch(answer::contains));
    tried.comeBack();
    return told || writes && !tried.text(snapshot).equals(before) ? Outcome.DONE : Outcome.NOTHING;
  }

  private static String call(
      String name, String parameters, Map<String, String> arguments, boolean trigger) {
    String values =
        Arrays.stream(parameters.split(","))
            .filter(parameter -> !parameter.isEmpty())
            .map(parameter -> value(parameter, arguments))
            .collect(Collectors.joining(", "));
    return trigger
        ? "select %s(%s)".formatted(name, values)
        : "select f::text from %s(%s) f".formatted(name, values);
  }

  private static String value(String parameter, Map<String, String> arguments) {
    String type = parameter.substring(parameter.indexOf(' ') + 1);
    return arguments.getOrDefault(parameter, "null") + "::" + type;
  }

  /** Values by name and type of a parameter; others are null. */
  private Map<String, String> arguments(Teams.Project project) throws SQLException {
    String course = Teams.courseId(session, project);
    String hash =
        session.text(
            "select encode(sha256, 'hex') from creatoros.files where course_id = " + course);
    Map<String, String> values = new HashMap<>();
    values.put("p_project text", quoted(project.slug()));
    values.put("p_project uuid", quoted(Teams.projectId(session, project)));
    values.put("p_course text", quoted(Teams.COURSE));
    values.put("p_course bigint", course);
    values.put("p_courses text[]", "array['" + Teams.COURSE + "']");
    values.put("p_courses jsonb", "'[\"" + Teams.COURSE + "\"]'");
    values.put("p_path text", quoted(project.lesson()));
    values.put("p_part integer", "0");
    values.put("p_recompute boolean", "true");
    values.put("p_after bigint", "0");
    values.put("p_limit integer", "10");
    values.put("p_limit bigint", "10");
    values.put("p_files bigint", "10");
    values.put("p_bytes bigint", "1000000");
    values.put("p_words text", quoted(project.canary()));
    values.put("p_from text", quoted(Teams.COURSE));
    values.put("p_to text", "'elsewhere'");
    values.put("p_filter jsonb", "'{}'");
    values.put("p_personas jsonb", "'{\"new\": \"New\"}'");
    values.put("p_contents jsonb", "'[{\"sha256\": \"" + hash + "\", \"size\": 12}]'");
    values.put("p_parts jsonb", "'[]'");
    values.put("p_changes jsonb", "'[]'");
    values.put("p_sha256 bytea[]", "array['\\x" + hash + "']");
    values.put("p_size bigint[]", "array[12]");
    values.put("p_part integer[]", "array[9]");
    values.put("p_bytes bytea[]", "array['x']");
    values.put("p_revision bigint", "1");
    values.put("p_expected_revision bigint", "1");
    values.put("p_origin text", "'me'");
    values.put("p_user uuid", quoted(Teams.OUTSIDER));
    values.put("p_role text", "'owner'");
    values.put("p_slug text", quoted(project.canary()));
    values.put("p_all boolean", "true");
    values.put("p_write boolean", "false");
    return values;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
