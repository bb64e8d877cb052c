package io.creatoros.postgrest;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.postgres.EditedByHand;
import io.creatoros.postgres.Hand;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import org.junit.jupiter.api.AfterEach;

/**
 * A mirror as a project on Supabase is reached, with its secret key.
 *
 * <pre>
 * mirror ─► gateway ─► PostgREST ─► PostgreSQL ◄─ hand
 * </pre>
 */
@RequiresPostgrest
abstract class ServedMirror implements EditedByHand {
  private final TestDatabase database = SupabaseLike.migrated();
  private final PostgrestServer server;
  private final Gateway gateway;
  private final Hand hand = new Hand(database);
  private final PostgrestConfig config;
  private final PostgrestMirror mirror;

  ServedMirror(PostgrestVersion version) {
    this(
        version,
        (server, gateway, hand) ->
            PostgrestConfig.of(gateway.url().toString()).withKey(gateway.secretKey()));
  }

  ServedMirror(PostgrestVersion version, Access access) {
    server = PostgrestServer.start(version, database);
    gateway = Gateway.before(server);
    config = access.config(server, gateway, hand);
    mirror = PostgrestMirror.open(config);
  }

  /** Another way to come to it. */
  interface Access {
    PostgrestConfig config(PostgrestServer server, Gateway gateway, Hand administrator);
  }

  @AfterEach
  final void closeAll() {
    mirror.close();
    gateway.close();
    server.close();
    database.close();
  }

  final PostgrestConfig config() {
    return config;
  }

  final Gateway gateway() {
    return gateway;
  }

  final PostgrestServer server() {
    return server;
  }

  @Override
  public final PostgrestMirror mirror() {
    return mirror;
  }

  @Override
  public final CourseMirror another() {
    return PostgrestMirror.open(config());
  }

  @Override
  public final CourseMirror otherProject() {
    return PostgrestMirror.open(config().withProject("other"));
  }

  @Override
  public final Hand hand() {
    return hand;
  }
}
