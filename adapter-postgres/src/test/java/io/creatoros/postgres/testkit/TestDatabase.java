package io.creatoros.postgres.testkit;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A database of the test server.
 *
 * @param name its name
 * @param port the server's port on 127.0.0.1
 * @param jdbcUrl its URL, without a secret
 * @param user a superuser
 * @param password the password of that user
 */
public record TestDatabase(String name, int port, String jdbcUrl, String user, String password)
    implements AutoCloseable {

  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return connect(jdbcUrl);
  }

  /** A new connection by another way to this database, such as a {@link FaultProxy}. */
  public Connection connect(String url) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return requireNonNull(new Driver().connect(url, properties), url);
  }

  /** Drops the database, ending what still uses it. Not needed: it ends with its JVM anyway. */
  @Override
  public void close() {
    TestPostgres.drop(this);
  }
}
