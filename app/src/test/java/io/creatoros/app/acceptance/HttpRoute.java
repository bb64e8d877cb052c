package io.creatoros.app.acceptance;

import io.creatoros.app.cli.Databases;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import java.util.HashMap;
import java.util.Map;

/**
 * The HTTP API, as Supabase serves it.
 *
 * <pre>
 *   machine ──► gateway (an imitation) ──► PostgREST ──► database (PostgreSQL)
 * </pre>
 */
final class HttpRoute implements Route {

  private final TestDatabase database = SupabaseLike.migrated();
  private final PostgrestServer server;
  private final Gateway gateway;

  private HttpRoute(PostgrestVersion version) {
    this.server = PostgrestServer.start(version, database);
    this.gateway = Gateway.before(server);
  }

  static HttpRoute through(PostgrestVersion version) {
    return new HttpRoute(version);
  }

  Gateway gateway() {
    return gateway;
  }

  @Override
  public TestDatabase database() {
    return database;
  }

  /** By the secret key. The database itself is out of reach. */
  @Override
  public Map<String, String> variables() {
    return Map.of(
        "SUPABASE_URL", gateway.url().toString(), "SUPABASE_SECRET_KEY", gateway.secretKey());
  }

  /** As the user of a token. */
  Map<String, String> variables(String token) {
    return Map.of(
        "SUPABASE_URL", gateway.url().toString(),
        "SUPABASE_PUBLISHABLE_KEY", gateway.publishableKey(),
        "CREATOROS_POSTGREST_TOKEN", token);
  }

  /** Courses go over HTTP, and the database can be reached beside. */
  Map<String, String> besideDatabase() {
    Map<String, String> variables = new HashMap<>(variables());
    variables.put("CREATOROS_MIRROR", "postgrest");
    variables.put("SUPABASE_DB_URL", Databases.url(database));
    return variables;
  }

  @Override
  public void close() {
    gateway.close();
    server.close();
    database.close();
  }
}
