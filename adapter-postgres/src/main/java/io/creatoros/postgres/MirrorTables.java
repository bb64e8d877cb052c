package io.creatoros.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The mirror's tables as the catalogue knows them; the migrations' own books are not among them.
 */
final class MirrorTables {

  private static final String COLUMNS =
      """
      select c.relname, a.attname
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'creatoros' and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and c.relname not in ('schema_version', 'flyway_schema_history')
      order by c.relname, a.attnum
      """;

  private static final String REFERENCES =
      """
      select c.relname, p.relname
      from pg_catalog.pg_constraint f
      join pg_catalog.pg_class c on c.oid = f.conrelid
      join pg_catalog.pg_class p on p.oid = f.confrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'creatoros' and f.contype = 'f' and f.conrelid <> f.confrelid
      order by 1, 2
      """;

  private static final String IDENTITIES =
      """
      select c.relname, a.attname
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'creatoros' and c.relkind = 'r' and a.attidentity <> ''
      order by 1
      """;

  private final Map<String, List<String>> columns;

  private MirrorTables(Map<String, List<String>> columns) {
    this.columns = columns;
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
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    columns.keySet().forEach(table -> add(table, columns, parents, ordered));
    return new MirrorTables(ordered);
  }

  /** The names, those referred to before those that refer to them. */
  List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /** The table and its columns, as COPY takes them. */
  String target(String table) {
    return quoted(table)
        + " ("
        + String.join(
            ", ", columns.getOrDefault(table, List.of()).stream().map(MirrorTables::name).toList())
        + ")";
  }

  /** The table's name in SQL. */
  static String quoted(String table) {
    return "creatoros." + name(table);
  }

  /**
   * Lets numbers that are drawn go on after the highest there is. They never go back, so that what
   * workspaces remember of them stays true.
   */
  static void advanceSequences(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    pairs(
        connection,
        IDENTITIES,
        (table, column) ->
            statements.add(
                "select setval(s.name::regclass, greatest(s.last, coalesce(max(t."
                    + name(column)
                    + "), 1)), true) from "
                    + quoted(table)
                    + " t right join (select pg_get_serial_sequence('"
                    + quoted(table)
                    + "', '"
                    + column
                    + "') as name, coalesce(pg_sequence_last_value(pg_get_serial_sequence('"
                    + quoted(table)
                    + "', '"
                    + column
                    + "')::regclass), 1) as last) s on true group by s.name, s.last"));
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void add(
      String table,
      Map<String, List<String>> columns,
      Map<String, Set<String>> parents,
      Map<String, List<String>> ordered) {
    if (ordered.containsKey(table) || !columns.containsKey(table)) {
      return;
    }
    parents.getOrDefault(table, Set.of()).forEach(parent -> add(parent, columns, parents, ordered));
    ordered.put(table, columns.getOrDefault(table, List.of()));
  }

  private static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private interface Pairs {
    void accept(String first, String second);
  }

  private static void pairs(Connection connection, String sql, Pairs pairs) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        pairs.accept(rows.getString(1), rows.getString(2));
      }
    }
  }
}
