package io.creatoros.app.config;

import java.time.Duration;

/**
 * A PostgreSQL server.
 *
 * @param url its URL as configured; empty for the embedded server
 * @param user the user, when the URL names none; may be empty
 * @param password the password, when the URL holds none; may be empty
 * @param pool its connections
 * @param connectTimeout how long to wait for a connection
 * @param statementTimeout how long one statement may take
 */
public record DatabaseConfig(
    String url,
    String user,
    String password,
    Pool pool,
    Duration connectTimeout,
    Duration statementTimeout) {

  /**
   * The connections that a program holds.
   *
   * @param size how many at most
   * @param minIdle how many while nothing is asked
   * @param idleTimeout after how long one more than that is closed
   * @param maxLifetime the age at which one is replaced
   * @param keepalive how often an unused one is used; zero for never
   * @param validationTimeout how long an unused one may take to show that it is alive
   */
  public record Pool(
      int size,
      int minIdle,
      Duration idleTimeout,
      Duration maxLifetime,
      Duration keepalive,
      Duration validationTimeout) {

    Pool atMost(int most) {
      return new Pool(
          Math.min(size, most),
          Math.min(minIdle, most),
          idleTimeout,
          maxLifetime,
          keepalive,
          validationTimeout);
    }
  }

  DatabaseConfig withConnections(int most) {
    return new DatabaseConfig(
        url, user, password, pool.atMost(most), connectTimeout, statementTimeout);
  }

  @Override
  public String toString() {
    return "DatabaseConfig[url="
        + (url.isEmpty() ? "" : Secrets.maskUrl(url))
        + ", user="
        + user
        + ", password="
        + (password.isEmpty() ? "" : Secrets.MASK)
        + ", pool="
        + pool
        + ", connectTimeout="
        + connectTimeout
        + ", statementTimeout="
        + statementTimeout
        + "]";
  }
}
