package io.creatoros.postgres.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private TestDatabase database;
  private FaultProxy proxy;
  private String url;

  @BeforeEach
  void openProxy() throws SQLException {
    database = TestPostgres.freshDatabase();
    proxy = FaultProxy.to(database);
    url = proxy.jdbcUrl(database);
    try (Connection connection = database.connect()) {
      execute(connection, "CREATE TABLE visits (id int)");
    }
  }

  @AfterEach
  void closeProxy() {
    proxy.close();
    database.close();
  }

  @Test
  void proxyShouldForwardWhenNothingIsBroken() throws SQLException {
    try (Connection connection = database.connect(url)) {
      execute(connection, "INSERT INTO visits SELECT generate_series(1, 100000)");
    }

    assertThat(rows()).isEqualTo(100_000);
    assertThat(proxy.connections()).isEqualTo(1);
  }

  @Test
  void swallowAnswersToShouldLoseOnlyTheAnswer() throws SQLException {
    try (Connection connection = database.connect(url)) {
      connection.setAutoCommit(false);
      proxy.swallowAnswersTo("COMMIT", 1);
      execute(connection, "INSERT INTO visits VALUES (1)");

      assertThatThrownBy(connection::commit)
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .asString()
          .startsWith("08");
    }
    try (Connection connection = database.connect(url)) {
      connection.setAutoCommit(false);
      execute(connection, "INSERT INTO visits VALUES (2)");
      connection.commit();
    }

    assertThat(rows()).isEqualTo(2);
    assertThat(proxy.swallowedAnswers()).isEqualTo(1);
  }

  @Test
  void swallowAnswersFromShouldLoseTheAnswerAndAllAfterIt() throws SQLException {
    proxy.swallowAnswersFrom("COMMIT");
    try (Connection connection = database.connect(url)) {
      connection.setAutoCommit(false);
      execute(connection, "INSERT INTO visits VALUES (1)");

      assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> database.connect(url)).isInstanceOf(SQLException.class);
    proxy.heal();

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void swallowAnswersShouldBreakEveryConnectionUntilHealed() throws SQLException {
    proxy.swallowAnswers();
    assertThatThrownBy(() -> database.connect(url)).isInstanceOf(SQLException.class);

    proxy.heal();

    database.connect(url).close();
  }

  @Test
  void refuseShouldRefuseNewConnectionsUntilHealed() throws SQLException {
    try (Connection connection = database.connect(url)) {
      proxy.refuse();
      assertThatThrownBy(() -> database.connect(url)).hasMessageContaining("refused");
      execute(connection, "INSERT INTO visits VALUES (1)");
    }

    proxy.heal();

    database.connect(url).close();
  }

  @Test
  void refuseShouldKeepThePortForTheProxy() throws IOException {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", proxy.port());
    proxy.refuse();

    try (Socket other = new Socket()) {
      assertThatThrownBy(() -> other.bind(address)).isInstanceOf(BindException.class);
    }
  }

  @Test
  void cutShouldBreakPresentConnections() throws SQLException {
    try (Connection connection = database.connect(url)) {
      proxy.cut();

      assertThatThrownBy(() -> execute(connection, "SELECT 1")).isInstanceOf(SQLException.class);
    }
    database.connect(url).close();
  }

  @Test
  void cutAfterClientBytesShouldCutRequestsShort() throws SQLException {
    try (Connection connection = database.connect(url)) {
      proxy.cutAfterClientBytes(10);

      assertThatThrownBy(() -> execute(connection, "INSERT INTO visits VALUES (1)"))
          .isInstanceOf(SQLException.class);
    }

    assertThat(rows()).isZero();
  }

  @Test
  void cutAfterServerBytesShouldCutAnswersShort() throws SQLException {
    try (Connection connection = database.connect(url)) {
      proxy.cutAfterServerBytes(3);

      assertThatThrownBy(() -> execute(connection, "INSERT INTO visits VALUES (1)"))
          .isInstanceOf(SQLException.class);
    }

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void hangShouldHoldEverythingBackUntilHealed() throws SQLException {
    try (Connection connection = database.connect(url)) {
      connection.setNetworkTimeout(Runnable::run, 1_000);
      proxy.hang();
      assertThatThrownBy(() -> execute(connection, "INSERT INTO visits VALUES (1)"))
          .hasRootCauseMessage("Read timed out");
    }
    assertThatThrownBy(() -> database.connect(url + "&socketTimeout=1"))
        .isInstanceOf(SQLException.class);
    assertThat(rows()).isZero();

    proxy.heal();

    database.connect(url).close();
  }

  private long rows() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM visits")) {
      result.next();
      return result.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
