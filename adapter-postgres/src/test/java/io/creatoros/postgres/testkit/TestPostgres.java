package io.creatoros.postgres.testkit;

import io.creatoros.postgres.embedded.ChildProgram;
import io.creatoros.postgres.embedded.DisposableServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for all tests of a JVM, started when first asked for and gone with the JVM,
 * even when that is killed.
 *
 * <pre>{@code
 * private final TestDatabase database = TestPostgres.freshDatabase();
 * }</pre>
 */
public final class TestPostgres {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestPostgres() {}

  /** A new, empty database. */
  public static TestDatabase freshDatabase() {
    return create("template0");
  }

  /** The same with the locale C, which knows no letters but those of ASCII. */
  public static TestDatabase freshDatabaseOfPlainLocale() {
    return create("template0 LOCALE_PROVIDER libc LOCALE 'C'");
  }

  /**
   * A copy of a database that nobody is connected to: quicker than migrating each time. Roles
   * belong to the server and are shared by all of its databases.
   */
  public static TestDatabase copyOf(TestDatabase original) {
    return create(original.name());
  }

  /** A new folder for a program of the tests; it goes with the server. */
  public static Path folder(String name) {
    return Holder.SERVER.folder(name);
  }

  /** Starts a program that refuses to run as root, with a folder of {@link #folder}. */
  static ChildProgram startUnprivileged(String signal, List<String> command, Path folder) {
    return Holder.SERVER.startUnprivileged(signal, command, folder);
  }

  static void drop(TestDatabase database) {
    execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
  }

  private static TestDatabase create(String template) {
    String name = "test_" + COUNT.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template + "");
    return database(name);
  }

  private static TestDatabase database(String name) {
    DisposableServer server = Holder.SERVER;
    return new TestDatabase(
        name, server.port(), server.jdbcUrl(name), server.user(), server.password());
  }

  private static void execute(String sql) {
    try (Connection connection = database("postgres").connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }

  private static final class Holder {
    static final DisposableServer SERVER = DisposableServer.start();
  }
}
