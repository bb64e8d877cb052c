package io.creatoros.app.benchmark;

import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** An empty mirror, with the baseline's copies of its tables, and a PostgREST before it. */
final class ServedDatabase implements AutoCloseable {

  private final BenchmarkServer server;
  private final String name;
  private final PostgrestServer api;

  private ServedDatabase(BenchmarkServer server, String name, PostgrestServer api) {
    this.server = server;
    this.name = name;
    this.api = api;
  }

  static ServedDatabase create(BenchmarkServer server, Path home) throws Exception {
    String name = server.createMirror();
    try (Connection connection = server.connect(name);
        Statement statement = connection.createStatement()) {
      BareTable.createAll(connection);
      statement.execute("grant usage on schema bare to service_role");
      statement.execute("grant all on all tables in schema bare to service_role");
    }
    PostgrestServer api =
        PostgrestServer.startIn(
            Files.createDirectories(home.resolve("api-" + name)),
            PostgrestVersion.V12,
            server.served(name),
            Map.of("db-schemas", "\"public, bare\""));
    return new ServedDatabase(server, name, api);
  }

  String name() {
    return name;
  }

  Connection connect() throws SQLException {
    return server.connect(name);
  }

  /** What counts the requests that pass. */
  Gateway gateway() {
    return Gateway.before(api);
  }

  /** What tells programs to use the API itself. */
  Map<String, String> variables() {
    return variables(api.url().toString(), "/", Tokens.of("service_role"));
  }

  /** The same by way of a gateway. */
  Map<String, String> variables(Gateway gateway) {
    return variables(gateway.url().toString(), "/rest/v1", gateway.serviceKey());
  }

  @Override
  public void close() throws SQLException {
    api.close();
    server.dropDatabase(name);
  }

  private static Map<String, String> variables(String url, String path, String key) {
    return Map.of("SUPABASE_URL", url, "CREATOROS_POSTGREST_PATH", path, "SUPABASE_KEY", key);
  }
}
