package io.creatoros.postgres.testkit;

import io.creatoros.postgres.embedded.ChildProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pgbouncer in transaction mode before one database, on 127.0.0.1. Each transaction gets the
 * server's session that was unused longest, so that two in a row are seldom in the same one. It
 * ends with this JVM. {@link RequiresPgBouncer} goes on each class that uses it.
 */
public final class PgBouncer implements AutoCloseable {
  private static final int TRIES = 3;

  /** Debian's place for it is not on every user's path. */
  private static final List<Path> PLACES =
      Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
          .map(Path::of)
          .toList();

  private final TestDatabase database;
  private final ChildProgram program;
  private final int port;

  private PgBouncer(TestDatabase database, ChildProgram program, int port) {
    this.database = database;
    this.program = program;
    this.port = port;
  }

  /** Starts one; it lets clients in when this returns. */
  public static PgBouncer start(TestDatabase database) {
    try {
      for (int attempt = 1; ; attempt++) {
        PgBouncer bouncer = launch(database);
        if (bouncer.becomesReady()) {
          return bouncer;
        }
        if (attempt == TRIES) {
          throw new IllegalStateException("no pgbouncer:" + bouncer.program.lastLines());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The URL of the database by way of this, marked as that of a pooler. */
  public String jdbcUrl() {
    String url = database.jdbcUrl().replace("127.0.0.1:" + database.port(), "127.0.0.1:" + port);
    return url + (url.contains("?") ? "&" : "?") + "pgbouncer=true";
  }

  /** Ends it, and waits for that; all its connections are cut. */
  @Override
  public void close() {
    program.close();
  }

  /** Why there is none; empty when there is one. */
  static Optional<String> missing() {
    return installed().isPresent()
        ? Optional.empty()
        : Optional.of("pgbouncer is not installed; Debian's package is called pgbouncer");
  }

  private static Optional<Path> installed() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  private static PgBouncer launch(TestDatabase database) throws IOException {
    int port = ChildProgram.freePort();
    Path folder = TestPostgres.folder("pgbouncer");
    Path users = folder.resolve("users");
    Path settings = folder.resolve("pgbouncer.ini");
    Files.writeString(users, quoted(database.user()) + " " + quoted(database.password()) + "\n");
    Files.writeString(settings, settings(database, port, users));
    List<String> command = List.of(installed().orElseThrow().toString(), settings.toString());
    return new PgBouncer(
        database, TestPostgres.startUnprivileged("SIGTERM", command, folder), port);
  }

  private static String settings(TestDatabase database, int port, Path users) {
    return """
        [databases]
        %1$s = host=127.0.0.1 port=%2$d dbname=%1$s
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %3$d
        unix_socket_dir =
        auth_type = scram-sha-256
        auth_file = %4$s
        pool_mode = transaction
        default_pool_size = 8
        server_round_robin = 1
        ignore_startup_parameters = extra_float_digits
        """
        .formatted(database.name(), database.port(), port, users);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** False when it ended before, as it does when another program took its port meanwhile. */
  private boolean becomesReady() {
    Await.until("pgbouncer is ready", () -> ready() || !program.running());
    return program.running();
  }

  private boolean ready() {
    String driverUrl = jdbcUrl().replace("pgbouncer=true", "prepareThreshold=0");
    try (Connection connection = database.connect(driverUrl)) {
      return connection.isValid(0);
    } catch (SQLException e) {
      return false;
    }
  }
}
