package io.creatoros.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mirror's tables as the catalogue knows them; the migrations' own books are not among them. Of
 * those in the schema {@code public}, other people's rows are not the mirror's.
 */
final class MirrorTables {
  private static final String OF_A_COURSE = "t.course_id is not null";

  private static final String OF_A_PROJECT =
      """
      t.slug in (select c.project from creatoros.courses c)
      or t.id in (select m.project_id from public.content_project_members m)
      """;

  private static final String EVERY_ONE = "true";

  private static final String OF_ITS_PERSONAS =
      """
      t.project_id in (select p.id from public.content_projects p
        where p.slug in (select c.project from creatoros.courses c))
      or t.id in (select p.persona_mind_id from public.content_pieces p
        where p.course_id is not null)
      """;

  /** The tables that lie where others have theirs, with the rows that are the mirror's. */
  private static final Map<String, String> PUBLIC =
      Map.of(
          "content_projects", OF_A_PROJECT,
          "content_project_members", EVERY_ONE,
          "minds", OF_ITS_PERSONAS,
          "content_pieces", OF_A_COURSE,
          "course_metadata", OF_A_COURSE,
          "course_lessons", OF_A_COURSE,
          "market_research", OF_A_COURSE,
          "content_performance", OF_A_COURSE);

  private static final Set<String> SHARED =
      Set.of("content_projects", "content_project_members", "minds");

  private static final String OURS =
      """
      (n.nspname = 'creatoros'
        and c.relname not in ('schema_version', 'flyway_schema_history', 'undo_steps')
        or n.nspname = 'public' and c.relname = any (?))
      """;

  private static final String COLUMNS =
      """
      select c.relname, a.attname
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and
      """
          + OURS
          + " order by c.relname, a.attnum";

  private static final String REFERENCES =
      """
      select c.relname, p.relname
      from pg_catalog.pg_constraint f
      join pg_catalog.pg_class c on c.oid = f.conrelid
      join pg_catalog.pg_class p on p.oid = f.confrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where f.contype = 'f' and f.conrelid <> f.confrelid and
      """
          + OURS
          + " order by 1, 2";

  private static final String IDENTITIES =
      """
      select c.relname, a.attname
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and a.attidentity <> '' and
      """
          + OURS
          + " order by 1";

  private final Map<String, MirrorTable> tables;

  private MirrorTables(Map<String, MirrorTable> tables) {
    this.tables = tables;
  }

  static MirrorTables of(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    pairs(
        connection,
        COLUMNS,
        (table, column) -> columns.computeIfAbsent(table, t -> new ArrayList<>()).add(column));
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    pairs(
        connection,
        REFERENCES,
        (child, parent) -> parents.computeIfAbsent(child, t -> new LinkedHashSet<>()).add(parent));
    Set<String> ordered = new LinkedHashSet<>();
    Set<String> met = new HashSet<>();
    columns.keySet().forEach(table -> add(table, parents, met, ordered));
    Map<String, MirrorTable> tables = new LinkedHashMap<>();
    for (String name : ordered) {
      Optional.ofNullable(columns.get(name)).ifPresent(has -> tables.put(name, table(name, has)));
    }
    return new MirrorTables(tables);
  }

  /** The tables, those referred to before those that refer to them. */
  List<MirrorTable> all() {
    return List.copyOf(tables.values());
  }

  /** Their names. */
  Set<String> names() {
    return tables.keySet();
  }

  /**
   * Lets numbers that are drawn go on after the highest there is. They never go back, so that what
   * workspaces remember of them stays true.
   */
  void advanceSequences(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    pairs(
        connection,
        IDENTITIES,
        (table, column) ->
            Optional.ofNullable(tables.get(table))
                .ifPresent(found -> statements.add(advance(found.quoted(), column))));
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String advance(String table, String column) {
    String sequence = "pg_get_serial_sequence('" + table + "', '" + column + "')";
    return "select setval(s.name::regclass, greatest(s.last, coalesce(max(t."
        + MirrorTable.quoted(column)
        + "), 1)), true) from "
        + table
        + " t right join (select "
        + sequence
        + " as name, coalesce(pg_sequence_last_value("
        + sequence
        + "::regclass), 1) as last) s on true group by s.name, s.last";
  }

  private static MirrorTable table(String name, List<String> columns) {
    Optional<String> ours = Optional.ofNullable(PUBLIC.get(name));
    return new MirrorTable(
        ours.isPresent() ? "public" : "creatoros", name, columns, ours, SHARED.contains(name));
  }

  private static void add(
      String table, Map<String, Set<String>> parents, Set<String> met, Set<String> ordered) {
    if (met.add(table)) {
      parents.getOrDefault(table, Set.of()).forEach(parent -> add(parent, parents, met, ordered));
      ordered.add(table);
    }
  }

  private interface Pairs {
    void accept(String first, String second);
  }

  private static void pairs(Connection connection, String sql, Pairs pairs) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1, connection.createArrayOf("text", PUBLIC.keySet().toArray(String[]::new)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          pairs.accept(rows.getString(1), rows.getString(2));
        }
      }
    }
  }
}
