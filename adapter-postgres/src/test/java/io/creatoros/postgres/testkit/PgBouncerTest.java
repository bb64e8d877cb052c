package io.creatoros.postgres.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresPgBouncer
final class PgBouncerTest {
  private final TestDatabase database = TestPostgres.freshDatabase();
  private final PgBouncer bouncer = PgBouncer.start(database);

  @AfterEach
  void close() {
    bouncer.close();
    database.close();
  }

  @Test
  void transactionsOfOneConnectionShouldMeetSeveralSessions() throws SQLException {
    Set<Integer> sessions = new HashSet<>();
    try (Connection first = connect();
        Connection second = connect()) {
      first.setAutoCommit(false);
      session(first);
      session(second);
      first.commit();
      for (int i = 0; i < 10; i++) {
        sessions.add(session(second));
      }
    }

    assertThat(sessions).hasSizeGreaterThan(1);
  }

  @Test
  void closeShouldCutItsConnections() throws SQLException {
    try (Connection connection = connect()) {
      bouncer.close();

      assertThatThrownBy(() -> session(connection)).isInstanceOf(SQLException.class);
    }
  }

  private Connection connect() throws SQLException {
    return database.connect(bouncer.jdbcUrl().replace("pgbouncer=true", "prepareThreshold=0"));
  }

  private static int session(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
