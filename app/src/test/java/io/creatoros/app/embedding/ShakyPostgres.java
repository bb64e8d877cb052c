package io.creatoros.app.embedding;

import io.creatoros.app.cli.Databases;
import io.creatoros.postgres.testkit.FaultProxy;
import io.creatoros.postgres.testkit.TestDatabase;

/**
 * A database that programs log in to as a user of their own.
 *
 * <pre>
 *   program ──► proxy ──► database (PostgreSQL)
 * </pre>
 */
final class ShakyPostgres extends ShakyServer {

  private static final String PASSWORD = "espresso";

  private final TestDatabase database;
  private final String user;

  /** A database with the mirror's schema, and a user who may write courses. */
  ShakyPostgres() {
    this(Databases.migrated());
  }

  /** The same in a database that has the schema. */
  ShakyPostgres(TestDatabase database) {
    super(database);
    this.database = database;
    this.user = database.name() + "_program";
    run("create role " + user + " login password '" + PASSWORD + "' in role creatoros_writer");
  }

  @Override
  Way way(String project) {
    run("select creatoros.set_member('%s', null, '%s', 'editor')".formatted(project, user));
    FaultProxy proxy = FaultProxy.to(database);
    String server = user + ":" + PASSWORD + "@127.0.0.1:" + proxy.port();
    return new JdbcWay(
        proxy, "postgresql://" + server + "/" + database.name() + "?prepareThreshold=0");
  }

  @Override
  void refuseCredentials() {
    alterUser("password 'ristretto'");
    disconnect();
  }

  @Override
  void acceptCredentials() {
    alterUser("password '" + PASSWORD + "'");
  }

  @Override
  void takeNoWrites() {
    limit("default_transaction_read_only", "on");
  }

  @Override
  void takeWrites() {
    unlimit("default_transaction_read_only");
  }

  @Override
  void limit(String setting, String value) {
    alterUser("set " + setting + " = '" + value + "'");
    disconnect();
  }

  @Override
  void unlimit(String setting) {
    alterUser("reset " + setting);
    disconnect();
  }

  @Override
  public void close() {
    release();
    disconnect();
    run("drop owned by " + user + "; drop role " + user);
    super.close();
  }

  private void alterUser(String what) {
    run("alter role " + user + " " + what);
  }

  /** Ends every connection of the programs, as a restart does. */
  private void disconnect() {
    run("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + user + "'");
  }
}
