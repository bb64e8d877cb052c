package io.creatoros.postgres.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Logs in to see whether the server really is ready. */
final class Login {
  static final String USER = "creatoros";
  static final String DATABASE = "creatoros";

  private static final String MAINTENANCE = "postgres";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String DUPLICATE_DATABASE = "42P04";
  private static final String STARTING_OR_STOPPING = "57P03";
  private static final String TOO_MANY_CONNECTIONS = "53300";

  private final ServerHome home;

  Login(ServerHome home) {
    this.home = home;
  }

  /** Any other server on this port would have to know the password to be talked to. */
  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?requireAuth=scram-sha-256";
  }

  /**
   * Whether a client can use the database now; makes the database when it is the only thing that is
   * absent.
   */
  boolean succeeds(int port) {
    try (Connection connection = connect(port, DATABASE)) {
      return connection.isValid(0);
    } catch (SQLException e) {
      if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
        return createDatabase(port);
      }
      return notYet(e);
    }
  }

  private boolean createDatabase(int port) {
    try (Connection connection = connect(port, MAINTENANCE);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
      return true;
    } catch (SQLException e) {
      return DUPLICATE_DATABASE.equals(e.getSQLState()) || notYet(e);
    }
  }

  private Connection connect(int port, String database) throws SQLException {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, USER);
    PGProperty.PASSWORD.set(properties, home.password());
    PGProperty.CONNECT_TIMEOUT.set(properties, 2);
    PGProperty.SOCKET_TIMEOUT.set(properties, 10);
    PGProperty.LOGIN_TIMEOUT.set(properties, 10);
    Connection connection = new Driver().connect(url(port, database), properties);
    if (connection == null) {
      throw new SQLException("the driver does not accept the URL of the embedded server");
    }
    return connection;
  }

  private boolean notYet(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (state.startsWith("08")
        || state.equals(STARTING_OR_STOPPING)
        || state.equals(TOO_MANY_CONNECTIONS)) {
      return false;
    }
    if (state.startsWith("28")) {
      throw new EmbeddedServerException(
          "EMBEDDED_PASSWORD",
          "the server in "
              + home.folder()
              + " refuses the password in "
              + home.passwordFile()
              + "; restore that file, or move the folder away to begin with an empty database",
          failure);
    }
    throw new EmbeddedServerException(
        "EMBEDDED_LOGIN_FAILED",
        "cannot log in to the server in "
            + home.folder()
            + " ("
            + failure.getMessage()
            + "); see "
            + home.log().file(),
        failure);
  }
}
