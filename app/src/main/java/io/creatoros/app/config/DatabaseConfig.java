package io.creatoros.app.config;

import java.time.Duration;

/**
 * A PostgreSQL server.
 *
 * @param url its URL as configured; empty for the embedded server
 * @param user the user, when the URL names none; may be empty
 * @param password the password, when the URL holds none; may be empty
 * @param pool the most connections
 * @param connectTimeout how long to wait for a connection
 * @param statementTimeout how long one statement may take
 */
public record DatabaseConfig(
    String url,
    String user,
    String password,
    int pool,
    Duration connectTimeout,
    Duration statementTimeout) {

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
