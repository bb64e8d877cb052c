package io.creatoros.postgres;

import io.creatoros.core.storage.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a statement returned.
 *
 * @param columns the names of the columns; empty when it returns no rows
 * @param rows the values as text; absent ones are empty
 * @param affected how many rows it changed; -1 when it returns rows
 * @param more whether there were more rows than asked for
 */
public record PostgresQuery(
    List<String> columns, List<List<Optional<String>>> rows, long affected, boolean more) {

  private static final int FETCHED = 200;

  public PostgresQuery {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Runs one statement, or several separated by semicolons, in one transaction; of several, the
   * first result is returned.
   *
   * @param limit the most rows to return
   * @throws StorageException if the database cannot be reached or refuses the statement; then
   *     nothing was changed
   */
  public static PostgresQuery run(PostgresConfig config, String sql, int limit) {
    try (Connection connection = Database.driver(config).getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(FETCHED);
        PostgresQuery result =
            statement.execute(sql)
                ? read(statement, limit)
                : new PostgresQuery(List.of(), List.of(), statement.getLargeUpdateCount(), false);
        connection.commit();
        return result;
      }
    } catch (SQLException e) {
      throw new SqlErrors(config.server()).translate("run the statement", e);
    }
  }

  private static PostgresQuery read(Statement statement, int limit) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<List<Optional<String>>> rows = new ArrayList<>();
    try (ResultSet result = statement.getResultSet()) {
      ResultSetMetaData described = result.getMetaData();
      for (int column = 1; column <= described.getColumnCount(); column++) {
        columns.add(described.getColumnLabel(column));
      }
      boolean more = result.next();
      while (more && rows.size() < limit) {
        List<Optional<String>> row = new ArrayList<>();
        for (int column = 1; column <= columns.size(); column++) {
          row.add(Optional.ofNullable(result.getString(column)));
        }
        rows.add(row);
        more = result.next();
      }
      return new PostgresQuery(columns, rows, -1, more);
    }
  }
}
