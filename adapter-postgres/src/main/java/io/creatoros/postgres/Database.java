package io.creatoros.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import io.creatoros.core.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to one database, and the only place where its failures are translated. */
final class Database implements AutoCloseable {
  /** How much longer than a statement's limit the network is waited for, so the server answers. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final SqlErrors errors;
  private final Duration recomputeTimeout;

  private Database(HikariDataSource pool, SqlErrors errors, PostgresConfig config) {
    this.pool = pool;
    this.errors = errors;
    this.recomputeTimeout = config.recomputeTimeout();
    this.jdbi = Jdbi.create(pool);
    jdbi.getConfig(SqlStatements.class).setQueryTimeout(seconds(config.statementTimeout()));
  }

  /**
   * Connects at once.
   *
   * @throws StorageException if the server cannot be reached or does not let us in
   */
  static Database connect(PostgresConfig config) {
    SqlErrors errors = new SqlErrors(config.server());
    try {
      return new Database(new HikariDataSource(pooling(config)), errors, config);
    } catch (HikariPool.PoolInitializationException e) {
      throw errors.translate("open a connection", e);
    }
  }

  /** A source of single connections, for work that needs no pool. */
  static PGSimpleDataSource driver(PostgresConfig config) {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setUrl(config.jdbcUrl());
    unlessInUrl(driver, config, PGProperty.APPLICATION_NAME, config.applicationName());
    unlessInUrl(driver, config, PGProperty.CONNECT_TIMEOUT, seconds(config.connectTimeout()) + "");
    unlessInUrl(
        driver,
        config,
        PGProperty.SOCKET_TIMEOUT,
        seconds(config.statementTimeout().plus(GRACE)) + "");
    unlessInUrl(driver, config, PGProperty.TCP_KEEP_ALIVE, "true");
    unlessInUrl(driver, config, PGProperty.LOG_SERVER_ERROR_DETAIL, "false");
    config.effectiveUser().ifPresent(driver::setUser);
    config.effectivePassword().ifPresent(driver::setPassword);
    return driver;
  }

  SqlErrors errors() {
    return errors;
  }

  <T> T call(String operation, HandleCallback<T, SQLException> work) {
    try {
      return jdbi.withHandle(work);
    } catch (JdbiException | SQLException e) {
      StorageException failure = errors.translate(operation, e);
      if (failure.code().equals(SqlErrors.UNREACHABLE)) {
        forgetConnections();
      }
      throw failure;
    }
  }

  /** A server that ended one connection has mostly ended all: a second try gets a new one. */
  private void forgetConnections() {
    HikariPoolMXBean connections = pool.getHikariPoolMXBean();
    if (connections != null) {
      connections.softEvictConnections();
    }
  }

  /** The same for work that hashes stored bytes, which may take much longer. */
  <T> T callSlowly(String operation, HandleCallback<T, SQLException> work) {
    return call(
        operation,
        handle -> {
          handle.getConfig(SqlStatements.class).setQueryTimeout(seconds(recomputeTimeout));
          return patiently(handle, work);
        });
  }

  private <T> T patiently(Handle handle, HandleCallback<T, SQLException> work) throws SQLException {
    Connection connection = handle.getConnection();
    int usual = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, millis(recomputeTimeout.plus(GRACE)));
    try {
      return work.withHandle(handle);
    } finally {
      if (!connection.isClosed()) {
        connection.setNetworkTimeout(Runnable::run, usual);
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariConfig pooling(PostgresConfig config) {
    PoolConfig pool = config.pool();
    HikariConfig pooling = new HikariConfig();
    pooling.setPoolName("creatoros-mirror");
    pooling.setDataSource(driver(config));
    pooling.setMaximumPoolSize(pool.size());
    pooling.setMinimumIdle(Math.min(pool.minIdle(), pool.size()));
    pooling.setConnectionTimeout(config.connectTimeout().toMillis());
    pooling.setValidationTimeout(
        Math.min(pool.validationTimeout().toMillis(), config.connectTimeout().toMillis()));
    pooling.setInitializationFailTimeout(1);
    pooling.setIdleTimeout(pool.idleTimeout().toMillis());
    pooling.setMaxLifetime(pool.maxLifetime().toMillis());
    pooling.setKeepaliveTime(pool.keepalive().toMillis());
    return pooling;
  }

  private static void unlessInUrl(
      PGSimpleDataSource driver, PostgresConfig config, PGProperty property, String value) {
    if (!config.parsed().options().containsKey(property.getName())) {
      driver.setProperty(property, value);
    }
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact((duration.toMillis() + 999) / 1000);
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
