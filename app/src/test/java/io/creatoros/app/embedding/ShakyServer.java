package io.creatoros.app.embedding;

import io.creatoros.app.cli.Databases;
import io.creatoros.postgres.testkit.FaultProxy;
import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A database that programs reach as a user of their own, each by a proxy; and its owner, who
 * reaches it directly and may do anything to it.
 */
final class ShakyServer implements AutoCloseable {

  private static final String PASSWORD = "espresso";
  private static final String BLOCKED =
      """
      select count(*) from pg_stat_activity
      where usename = '%s' and wait_event_type = 'Lock'
      """;

  private final TestDatabase database = Databases.migrated();
  private final String user = database.name() + "_program";
  private Optional<Connection> holder = Optional.empty();

  /** A database with the mirror's schema, and a user who may do everything in it. */
  ShakyServer() {
    run("create role $user login superuser password '" + PASSWORD + "'");
    run("grant usage on schema creatoros to $user");
    run("grant select on all tables in schema creatoros, public to $user");
  }

  /** A way of its own to this server, for one program. */
  FaultProxy proxy() {
    return FaultProxy.to(database);
  }

  /** What a program is configured with that goes this way. */
  String url(FaultProxy proxy) {
    return "postgresql://"
        + user
        + ":"
        + PASSWORD
        + "@127.0.0.1:"
        + proxy.port()
        + "/"
        + database.name()
        + "?prepareThreshold=0";
  }

  /** Runs a statement as the owner; {@code $user} is the programs' user. */
  void run(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("$user", user));
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Gives the programs' user another password. */
  void changePassword() {
    run("alter role $user password 'ristretto'");
  }

  void restorePassword() {
    run("alter role $user password '" + PASSWORD + "'");
  }

  /** Ends every connection of the programs, as a restart does. */
  void disconnect() {
    run("select pg_terminate_backend(pid) from pg_stat_activity where usename = '$user'");
  }

  /** Holds the rows of all courses, as a transaction does that somebody forgot. */
  void holdCourses() {
    try {
      Connection connection = database.connect();
      holder = Optional.of(connection);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("select from creatoros.courses for update");
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void releaseCourses() {
    holder.ifPresent(ShakyServer::quietly);
    holder = Optional.empty();
  }

  /** How many statements of the programs wait for what somebody holds. */
  int blocked() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(BLOCKED.formatted(user))) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    releaseCourses();
    disconnect();
    run("drop owned by $user; drop role $user");
    database.close();
  }

  private static void quietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
