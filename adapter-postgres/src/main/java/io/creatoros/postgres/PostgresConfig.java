package io.creatoros.postgres;

import java.time.Duration;
import java.util.Optional;

/**
 * How to reach the mirror. {@link #of} gives the defaults named here; the {@code with} methods
 * change one value each.
 *
 * @param url {@code jdbc:postgresql://…} or {@code postgres(ql)://user:pass@host:port/db?…}; may
 *     hold user and password, percent-encoded. Options such as {@code sslmode} go to the driver
 * @param user the role; the one in the URL if empty
 * @param password its password; the one in the URL if empty
 * @param project the project whose courses are mirrored; {@code default}
 * @param applicationName how sessions are named in the server; {@code creatoros}
 * @param pool the connections held; {@link PoolConfig#DEFAULTS}
 * @param connectTimeout the longest wait for a connection, from the server or for a free one of the
 *     pool; 5 seconds
 * @param statementTimeout the longest a statement may take, in whole seconds; 30 seconds
 * @param recomputeTimeout the same for statements that hash stored bytes; 10 minutes
 */
public record PostgresConfig(
    String url,
    Optional<String> user,
    Optional<String> password,
    String project,
    String applicationName,
    PoolConfig pool,
    Duration connectTimeout,
    Duration statementTimeout,
    Duration recomputeTimeout) {
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);

  /**
   * @throws IllegalArgumentException if the URL is not one of PostgreSQL or a value makes no sense;
   *     the message never holds the password
   */
  public PostgresConfig {
    PostgresUrl.parse(url);
    Checks.require(!project.isBlank(), "the project has no name");
    Checks.atLeast(SHORTEST_TIMEOUT, connectTimeout, "connect timeout");
    Checks.atLeast(Duration.ofSeconds(1), statementTimeout, "statement timeout");
    Checks.atLeast(Duration.ofSeconds(1), recomputeTimeout, "recompute timeout");
  }

  /**
   * The defaults for a URL.
   *
   * @throws IllegalArgumentException if the URL is not one of PostgreSQL
   */
  public static PostgresConfig of(String url) {
    return new PostgresConfig(
        url,
        Optional.empty(),
        Optional.empty(),
        "default",
        "creatoros",
        PoolConfig.DEFAULTS,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10));
  }

  /** With this role and password in place of those in the URL. */
  public PostgresConfig withCredentials(String newUser, String newPassword) {
    return new PostgresConfig(
        url,
        Optional.of(newUser),
        Optional.of(newPassword),
        project,
        applicationName,
        pool,
        connectTimeout,
        statementTimeout,
        recomputeTimeout);
  }

  /** With at most this many connections. */
  public PostgresConfig withPoolSize(int size) {
    return withPool(pool.withSize(size));
  }

  /** With the courses of this project. */
  public PostgresConfig withProject(String newProject) {
    return new PostgresConfig(
        url,
        user,
        password,
        newProject,
        applicationName,
        pool,
        connectTimeout,
        statementTimeout,
        recomputeTimeout);
  }

  /** With these connections. */
  public PostgresConfig withPool(PoolConfig newPool) {
    return new PostgresConfig(
        url,
        user,
        password,
        project,
        applicationName,
        newPool,
        connectTimeout,
        statementTimeout,
        recomputeTimeout);
  }

  /** With these limits on connecting, on a statement, and on one that hashes stored bytes. */
  public PostgresConfig withTimeouts(Duration connect, Duration statement, Duration recompute) {
    return new PostgresConfig(
        url, user, password, project, applicationName, pool, connect, statement, recompute);
  }

  /** Host, port and database, for people: {@code db.example.org:5432/postgres}. */
  public String server() {
    return parsed().server();
  }

  /** The URL for the driver, without credentials: {@code jdbc:postgresql://host:port/db?…}. */
  public String jdbcUrl() {
    return parsed().jdbcUrl();
  }

  /** Names the server, never the password. */
  @Override
  public String toString() {
    return "PostgresConfig[url="
        + jdbcUrl()
        + ", user="
        + effectiveUser().orElse("(none)")
        + ", password="
        + (effectivePassword().isPresent() ? "***" : "(none)")
        + ", project="
        + project
        + ", applicationName="
        + applicationName
        + ", pool="
        + pool
        + ", connectTimeout="
        + connectTimeout
        + ", statementTimeout="
        + statementTimeout
        + ", recomputeTimeout="
        + recomputeTimeout
        + "]";
  }

  PostgresUrl parsed() {
    return PostgresUrl.parse(url);
  }

  Optional<String> effectiveUser() {
    return user.or(() -> parsed().user());
  }

  Optional<String> effectivePassword() {
    return password.or(() -> parsed().password());
  }
}
