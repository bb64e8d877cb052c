package io.creatoros.app.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

  private static final List<Table> TABLES =
      List.of(
          new Table("creatoros.contents", "sha256, part", Rows.CONTENTS),
          new Table("creatoros.files", "path", Rows.FILES),
          new Table("creatoros.courses", "", Rows.COURSE),
          new Table("public.content_pieces", "", Rows.COURSE),
          new Table("public.course_metadata", "", Rows.COURSE),
          new Table("public.course_lessons", "file_path", Rows.FILES));

  private final Connection connection;
  private final boolean searchable;
  private final List<Written> written = new ArrayList<>();

  private enum Rows {
    COURSE,
    FILES,
    CONTENTS
  }

  private record Table(String name, String key, Rows rows) {

    String copy() {
      return name.replace('.', '_').replaceFirst("^[a-z]+_", "bare.");
    }

    String course() {
      return name.equals("creatoros.courses") ? "id" : "course_id";
    }
  }

  private record Written(String upsert, List<Object[]> rows) {}

  /** Makes the tables; indexes, checks and storage are those of the mirror's. */
  SameRows(Connection connection, boolean searchable) throws SQLException {
    this.connection = connection;
    this.searchable = searchable;
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema bare");
      for (Table table : TABLES) {
        statement.execute(
            "create table "
                + table.copy()
                + " (like "
                + table.name()
                + " including all excluding identity)");
      }
    }
    connection.commit();
  }

  /** Takes up the rows of some files of the project's only course; not to be timed. */
  void take(List<String> paths) throws SQLException {
    written.clear();
    for (Table table : TABLES) {
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

  private Written read(Table table, String[] paths) throws SQLException {
    String where =
        switch (table.rows()) {
          case COURSE -> "true or ?::text[] is null";
          case FILES -> "t." + table.key() + " = any (?)";
          case CONTENTS ->
              "t.sha256 in (select f.sha256 from creatoros.files f where f.path = any (?))";
        };
    String select =
        "select t.* from "
            + table.name()
            + " t, creatoros.courses c where c.project = 'default' and t."
            + table.course()
            + " = c.id and ("
            + where
            + ")";
    try (PreparedStatement selected = connection.prepareStatement(select)) {
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

  private String upsert(Table table, List<String> columns) {
    String key = table.course() + (table.key().isEmpty() ? "" : ", " + table.key());
    return "insert into "
        + table.copy()
        + " ("
        + String.join(", ", columns)
        + ") values ("
        + IntStream.range(0, columns.size()).mapToObj(i -> "?").collect(Collectors.joining(", "))
        + ") on conflict ("
        + key
        + ") do update set "
        + columns.stream()
            .filter(column -> !List.of(key.split(", ")).contains(column))
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
