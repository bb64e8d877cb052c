package io.creatoros.postgrest.testkit;

import static java.util.Map.entry;

import io.creatoros.postgres.embedded.ChildProgram;
import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgREST before one database, on 127.0.0.1, set up as Supabase's are. It takes some 12 MB and
 * well below a second, so that each database of the tests can have one, and ends with this JVM.
 *
 * <pre>{@code
 * private final TestDatabase database = SupabaseLike.migrated();
 * private final PostgrestServer server = PostgrestServer.start(PostgrestVersion.V12, database);
 * }</pre>
 */
public final class PostgrestServer implements AutoCloseable {
  /** The most rows of one answer to a read, as Supabase's own tools set it. */
  public static final int MAX_ROWS = 1000;

  private static final int TRIES = 3;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final TestDatabase database;
  private final ChildProgram program;
  private final int port;
  private final int adminPort;

  private PostgrestServer(TestDatabase database, ChildProgram program, int port, int adminPort) {
    this.database = database;
    this.program = program;
    this.port = port;
    this.adminPort = adminPort;
  }

  /** Starts a server; it has read the schema when this returns. */
  public static PostgrestServer start(PostgrestVersion version, TestDatabase database) {
    return start(version, database, Map.of());
  }

  /**
   * The same, where a request with {@code Prefer: tx=rollback} is carried out and leaves nothing
   * behind, as Supabase does not have it.
   */
  public static PostgrestServer startForgetful(PostgrestVersion version, TestDatabase database) {
    return start(version, database, Map.of("db-tx-end", "\"commit-allow-override\""));
  }

  /**
   * The same with other settings than the usual ones.
   *
   * @param changed by name, values as they stand in the file of settings
   */
  public static PostgrestServer start(
      PostgrestVersion version, TestDatabase database, Map<String, String> changed) {
    return startIn(TestPostgres.folder("postgrest"), version, database, changed);
  }

  /** The same before a database of another server, with a folder for what it needs. */
  public static PostgrestServer startIn(
      Path folder, PostgrestVersion version, TestDatabase database, Map<String, String> changed) {
    try {
      Authenticator.ensure(database);
      for (int attempt = 1; ; attempt++) {
        PostgrestServer server = launch(version, database, changed, folder);
        if (server.becomesReady()) {
          return server;
        }
        if (attempt == TRIES) {
          throw new IllegalStateException("no PostgREST:" + server.program.lastLines());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where it answers: {@code http://127.0.0.1:PORT}, the API at its root. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Ends the server, and waits for that; requests in flight get no answer. */
  @Override
  public void close() {
    program.close();
  }

  /**
   * Asks it to read the schema again, as a migration does. That happens a little later: whoever
   * needs the change asks until it is there.
   */
  public void reload() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("notify pgrst, 'reload schema'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return program.pid();
  }

  private static PostgrestServer launch(
      PostgrestVersion version, TestDatabase database, Map<String, String> changed, Path folder)
      throws IOException {
    int port = ChildProgram.freePort();
    int adminPort = portBeside(port);
    Path settings = folder.resolve("postgrest.conf");
    Map<String, String> all = new TreeMap<>(settings(database, port, adminPort));
    all.putAll(changed);
    Files.write(settings, all.entrySet().stream().map(Object::toString).toList());
    String path = version.program(NodeModules.folder()).toString();
    ChildProgram program =
        ChildProgram.start("SIGTERM", List.of(path, settings.toString()), folder);
    return new PostgrestServer(database, program, port, adminPort);
  }

  private static int portBeside(int taken) {
    int port = ChildProgram.freePort();
    return port == taken ? portBeside(taken) : port;
  }

  private static Map<String, String> settings(TestDatabase database, int port, int adminPort) {
    String uri =
        "postgres://%s:%s@127.0.0.1:%d/%s"
            .formatted(
                Authenticator.NAME, Authenticator.PASSWORD, database.port(), database.name());
    return Map.ofEntries(
        entry("db-uri", quoted(uri)),
        entry("db-schemas", quoted("public")),
        entry("db-anon-role", quoted("anon")),
        entry("db-extra-search-path", quoted("public")),
        entry("db-max-rows", Integer.toString(MAX_ROWS)),
        entry("db-pool", "10"),
        entry("db-pool-acquisition-timeout", "10"),
        entry("db-channel-enabled", "true"),
        entry("jwt-secret", quoted(Tokens.SECRET)),
        entry("server-host", quoted("127.0.0.1")),
        entry("server-port", Integer.toString(port)),
        entry("admin-server-port", Integer.toString(adminPort)));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /** False when it ended before, as it does when another program took its port meanwhile. */
  private boolean becomesReady() {
    Await.until("PostgREST is ready", () -> ready() || !program.running());
    return program.running();
  }

  private boolean ready() throws InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + adminPort + "/ready");
    try {
      return CLIENT
              .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
