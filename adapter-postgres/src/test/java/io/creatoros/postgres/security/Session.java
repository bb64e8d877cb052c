package io.creatoros.postgres.security;

import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * One transaction that is never committed, of a superuser who acts as others do, as PostgREST makes
 * a request its user's; or of somebody who really logged in.
 */
final class Session implements AutoCloseable {
  /** A plan that is kept may hold an answer that another role got. */
  private static final int NEVER = 0;

  private final Connection connection;
  private final boolean superuser;

  private Session(Connection connection, boolean superuser) throws SQLException {
    this.connection = connection;
    this.superuser = superuser;
    connection.setAutoCommit(false);
    connection.unwrap(PGConnection.class).setPrepareThreshold(NEVER);
  }

  /** Opens one of a superuser; it sees what was committed, and keeps what it does to itself. */
  static Session open(TestDatabase database) {
    return open(database, true);
  }

  /** Opens one of a login, who can act as nobody else. */
  static Session ofLogin(TestDatabase database) {
    return open(database, false);
  }

  private static Session open(TestDatabase database, boolean superuser) {
    try {
      return new Session(database.connect(), superuser);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What somebody meets with a statement, which leaves nothing behind. */
  Outcome tried(Actor actor, Attempt attempt) {
    return undone(
        () -> {
          become(actor);
          return attempt.outcome(this);
        });
  }

  /** Runs something, and takes back all it did. */
  <T> T undone(Work<T> work) {
    try {
      execute("savepoint attempt");
      try {
        return work.run();
      } finally {
        execute("rollback to savepoint attempt");
        execute("release savepoint attempt");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Acts as somebody until the savepoint before is rolled back to. */
  void become(Actor actor) throws SQLException {
    text("select set_config('request.jwt.claims', ?, true)", actor.claims());
    if (superuser) {
      String what = actor.login().isPresent() ? "session authorization " : "role ";
      execute("set local " + what + actor.role());
    }
  }

  /** Acts as the superuser again. */
  void comeBack() throws SQLException {
    execute("reset session authorization");
    execute("reset role");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** How many rows a statement changed, or the one it selected says. */
  long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return statement.getUpdateCount();
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  List<String> texts(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(String.valueOf(rows.getString(1)));
        }
      }
      return texts;
    }
  }

  String text(String sql, Object... arguments) throws SQLException {
    return texts(sql, arguments).get(0);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something to run. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Something to try. */
  interface Attempt {
    Outcome outcome(Session session) throws SQLException;
  }
}
