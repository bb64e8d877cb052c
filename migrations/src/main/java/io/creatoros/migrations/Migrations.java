package io.creatoros.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Applies the mirror's schema to a PostgreSQL database, and tells whether a database has it.
 *
 * <p>What was applied is read from {@code creatoros.schema_version}, which every migration adds its
 * version to. So a database that was migrated by another tool, without this one's history, is known
 * as well.
 */
public final class Migrations {
  /** Where the SQL files are on the class path. */
  static final String LOCATION = "db/migration";

  private static final List<String> VERSIONS =
      List.of(
          "20261122000100",
          "20261122000200",
          "20261122000300",
          "20261122000400",
          "20261122000500",
          "20261122000600",
          "20261123000100",
          "20261123000200");
  private static final String APPLIED =
      "select version from creatoros.schema_version order by version";
  private static final Set<String> NO_SCHEMA = Set.of("3F000", "42P01");

  private Migrations() {}

  /** The versions this software knows, ordered; a database must have exactly these. */
  public static List<String> versions() {
    return VERSIONS;
  }

  /**
   * Applies what is pending, each migration in a transaction of its own; safe to call by several
   * processes at once. A database that another tool has migrated is taken over as it is.
   *
   * @return the versions applied by this call, ordered; empty when there was nothing to do
   * @throws MigrationException if a migration fails, or if the database is newer than this software
   * @throws SQLException if the database cannot be reached or does not let us in
   */
  public static List<String> migrate(DataSource database) throws SQLException {
    SchemaStatus before = status(database);
    if (before.state() instanceof SchemaState.Newer newer) {
      throw new MigrationException(
          "the database is at schema version "
              + newer.version()
              + ", newer than "
              + before.expected()
              + ", the newest one known here",
          new IllegalStateException("schema is newer"));
    }
    return new FlywaySchema(database).migrate(before.applied());
  }

  /**
   * What is applied and what is pending; one query.
   *
   * @throws SQLException if the database cannot be reached or does not let us in
   */
  public static SchemaStatus status(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      List<String> applied = applied(connection);
      List<String> pending = new ArrayList<>(VERSIONS);
      pending.removeAll(applied);
      return new SchemaStatus(state(applied, pending), applied, pending, expected());
    }
  }

  /**
   * How the schema stands; one query. Leaves the connection as it was, unless the schema is missing
   * and auto-commit is off: then the transaction is broken.
   *
   * @throws SQLException if the database does not let us ask
   */
  public static SchemaState check(Connection connection) throws SQLException {
    List<String> applied = applied(connection);
    List<String> pending = new ArrayList<>(VERSIONS);
    pending.removeAll(applied);
    return state(applied, pending);
  }

  /** The newest version this software knows. */
  public static String expected() {
    return VERSIONS.get(VERSIONS.size() - 1);
  }

  private static SchemaState state(List<String> applied, List<String> pending) {
    if (applied.isEmpty()) {
      return new SchemaState.Missing();
    }
    String newest = applied.get(applied.size() - 1);
    if (newest.compareTo(expected()) > 0) {
      return new SchemaState.Newer(newest);
    }
    return pending.isEmpty() ? new SchemaState.Current() : new SchemaState.Older(newest);
  }

  private static List<String> applied(Connection connection) throws SQLException {
    List<String> versions = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(APPLIED);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        versions.add(rows.getString(1));
      }
    } catch (SQLException e) {
      if (!NO_SCHEMA.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
    }
    return versions;
  }
}
