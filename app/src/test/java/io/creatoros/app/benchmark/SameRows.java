package io.creatoros.app.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The baseline of a dual write: the rows that it leaves of some lessons and of their course,
 * written by plain JDBC to tables like those of the mirror, in one transaction: the statements that
 * somebody would write by hand who knows the rows beforehand. Nothing is hashed, read, scored or
 * compared.
 */
final class SameRows {

  private final Connection connection;
  private final boolean searchable;
  private final List<Written> written = new ArrayList<>();

  private record Written(String upsert, List<Object[]> rows) {}

  /** Makes the tables. */
  SameRows(Connection connection, boolean searchable) throws SQLException {
    this.connection = connection;
    this.searchable = searchable;
    connection.setAutoCommit(false);
    BareTable.createAll(connection);
    connection.commit();
  }

  /** Takes up the rows of some files of the project's only course; not to be timed. */
  void take(List<String> paths) throws SQLException {
    written.clear();
    for (BareTable table : BareTable.ALL) {
      written.add(read(table, paths.toArray(String[]::new)));
    }
    connection.commit();
  }

  /** Writes them in one transaction. */
  void write() throws SQLException {
    for (Written table : written) {
      try (PreparedStatement upsert = connection.prepareStatement(table.upsert())) {
        for (Object[] row : table.rows()) {
          for (int i = 0; i < row.length; i++) {
            upsert.setObject(i + 1, row[i]);
          }
          upsert.addBatch();
        }
        upsert.executeBatch();
      }
    }
    connection.commit();
  }

  private Written read(BareTable table, String[] paths) throws SQLException {
    try (PreparedStatement selected = connection.prepareStatement(table.select("t.*"))) {
      selected.setArray(1, connection.createArrayOf("text", paths));
      try (ResultSet found = selected.executeQuery()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          columns.add(found.getMetaData().getColumnName(i));
        }
        List<Object[]> rows = new ArrayList<>();
        while (found.next()) {
          Object[] row = new Object[columns.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = columns.get(i).equals("search") ? null : found.getObject(i + 1);
          }
          rows.add(row);
        }
        return new Written(upsert(table, columns), rows);
      }
    }
  }

  private String upsert(BareTable table, List<String> columns) {
    List<String> key = table.columnsOfKey();
    return "insert into bare."
        + table.copy()
        + " ("
        + String.join(", ", columns)
        + ") values ("
        + IntStream.range(0, columns.size()).mapToObj(i -> "?").collect(Collectors.joining(", "))
        + ") on conflict ("
        + String.join(", ", key)
        + ") do update set "
        + columns.stream()
            .filter(column -> !key.contains(column))
            .map(column -> column + " = " + value(column))
            .collect(Collectors.joining(", "));
  }

  private String value(String column) {
    return column.equals("search") && searchable
        ? "creatoros.search_vector(excluded.title, creatoros.search_about(excluded.module_title,"
            + " excluded.key_concepts, excluded.learning_objectives), excluded.content_markdown,"
            + " 'pt')"
        : "excluded." + column;
  }
}
