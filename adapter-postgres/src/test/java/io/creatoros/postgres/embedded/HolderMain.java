package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** A program that uses the embedded server, for tests that need several of them. */
final class HolderMain {
  private HolderMain() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Path home = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "hold" -> hold(home);
      case "write" -> write(home);
      case "lock" -> lock(home);
      case "child" -> child();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Has a lease until its input ends. */
  private static void hold(Path home) throws IOException {
    EmbeddedServer server = EmbeddedServer.at(DisposableServer.settings(home));
    try (EmbeddedServer.Lease lease = server.acquire()) {
      say(lease.jdbcUrl());
      awaitEndOfInput();
    }
  }

  /** Adds a row and leaves. */
  private static void write(Path home) throws SQLException {
    EmbeddedServer server = EmbeddedServer.at(DisposableServer.settings(home));
    try (EmbeddedServer.Lease lease = server.acquire()) {
      execute(lease, "INSERT INTO visits DEFAULT VALUES");
    }
  }

  /** Holds the start lock, as a program does that is stuck while starting the server. */
  private static void lock(Path home) throws IOException {
    ServerHome serverHome = ServerHome.open(home);
    try (FileChannel channel =
        FileChannel.open(
            serverHome.startLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      say("locked");
      awaitEndOfInput();
    }
  }

  /** Runs a server that ends with this process. */
  private static void child() throws IOException {
    say(Long.toString(DisposableServer.start().pid()));
    awaitEndOfInput();
  }

  static void execute(EmbeddedServer.Lease lease, String sql) throws SQLException {
    try (Connection connection = connect(lease);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static Connection connect(EmbeddedServer.Lease lease) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", lease.user());
    properties.setProperty("password", lease.password());
    return new Driver().connect(lease.jdbcUrl(), properties);
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {}
  }

  private static void say(String line) {
    PrintStream out = System.out;
    out.println(line);
    out.flush();
  }
}
