package io.creatoros.app.benchmark;

import io.creatoros.migrations.Migrations;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.embedded.EmbeddedServer;
import io.creatoros.postgres.testkit.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded server of a run, with as many databases as it needs. */
final class BenchmarkServer {

  private final EmbeddedServer.Lease server;
  private int databases;

  BenchmarkServer(EmbeddedServer.Lease server) {
    this.server = server;
  }

  /** A database with the schema of a mirror. */
  String createMirror() throws Exception {
    String database = createDatabase();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(server.user());
    source.setPassword(server.password());
    Migrations.migrate(source);
    return database;
  }

  /** An empty database. */
  String createDatabase() throws SQLException {
    databases++;
    String name = "benchmark" + databases;
    administer("create database " + name);
    return name;
  }

  void dropDatabase(String name) throws SQLException {
    administer("drop database " + name + " with (force)");
  }

  PostgresMirror mirror(String database) {
    return PostgresMirror.open(config(database));
  }

  PostgresConfig config(String database) {
    return PostgresConfig.of(url(database))
        .withCredentials(server.user(), server.password())
        .withPoolSize(2);
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), server.user(), server.password());
  }

  /** What tells programs to use a database. */
  Map<String, String> variables(String database) {
    return Map.of(
        "DATABASE_URL", url(database),
        "CREATOROS_DATABASE_USER", server.user(),
        "CREATOROS_DATABASE_PASSWORD", server.password());
  }

  /** A database for the programs of the test kit. */
  TestDatabase served(String database) {
    String url = url(database);
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    return new TestDatabase(database, port, url, server.user(), server.password());
  }

  /**
   * Lets the server and the system write out what earlier work left, so that nobody pays for it.
   */
  void settle() throws Exception {
    administer("checkpoint");
    Programs.run(new ProcessBuilder("sync"), "sync");
  }

  private String url(String database) {
    return server.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
