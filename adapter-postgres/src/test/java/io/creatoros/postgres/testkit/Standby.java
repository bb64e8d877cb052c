package io.creatoros.postgres.testkit;

import io.creatoros.postgres.embedded.DisposableServer;
import io.creatoros.postgres.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A server of its own that takes no writes, as a replica: it was stopped, and started to replay
 * what another one would send.
 *
 * <pre>{@code
 * try (Standby standby = Standby.of(folder, SupabaseLike::migrate)) {
 *   standby.database();
 * }
 * }</pre>
 */
public final class Standby implements AutoCloseable {
  private static final String SIGNAL = "data/standby.signal";

  private final EmbeddedServer.Lease lease;
  private final TestDatabase database;

  private Standby(EmbeddedServer server) {
    this.lease = server.acquire();
    this.database = database(server, lease);
  }

  /**
   * Starts one.
   *
   * @param home a folder for its data, absent or empty
   * @param before fills its database, while that takes writes
   */
  public static Standby of(Path home, Consumer<TestDatabase> before) {
    EmbeddedServer server = EmbeddedServer.at(DisposableServer.settings(home));
    try (EmbeddedServer.Lease primary = server.acquire()) {
      before.accept(database(server, primary));
    }
    try {
      Files.createFile(home.resolve(SIGNAL));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new Standby(server);
  }

  /** Its database; it is never dropped, but goes with the folder. */
  public TestDatabase database() {
    return database;
  }

  @Override
  public void close() {
    lease.close();
  }

  private static TestDatabase database(EmbeddedServer server, EmbeddedServer.Lease lease) {
    return new TestDatabase(
        "creatoros",
        server.status().port().orElseThrow(),
        lease.jdbcUrl(),
        lease.user(),
        lease.password());
  }
}
