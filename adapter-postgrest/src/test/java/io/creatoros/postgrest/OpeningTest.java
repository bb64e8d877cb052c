package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.creatoros.core.resilience.Waiting;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.migrations.Migrations;
import io.creatoros.postgres.Hand;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresSchema;
import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.Caller;
import io.creatoros.postgrest.testkit.Fault;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.RequiresPostgrest;
import io.creatoros.postgrest.testkit.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a mirror is, and who asks, is found out before any work. */
@RequiresPostgrest
final class OpeningTest {
  private static final UUID USER = UUID.randomUUID();

  private final List<Duration> waited = new ArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  @Test
  void versionShouldBeThatOfTheNewestMigration() {
    assertThat(PostgrestSchema.VERSION).isEqualTo(Migrations.expected());
  }

  @ParameterizedTest
  @EnumSource
  void openShouldWaitOnceUntilTheApiSeesWhatWasMigrated(PostgrestVersion version) {
    TestDatabase database = keep(SupabaseLike.empty());
    Gateway gateway = gateway(version, database);
    Waiting migrated =
        time -> {
          waited.add(time);
          PostgresSchema.migrate(
              PostgresConfig.of(database.jdbcUrl())
                  .withCredentials(database.user(), database.password()));
          Await.until("the API sees the schema", () -> answers(gateway));
        };

    PostgrestMirror mirror = keep(PostgrestMirror.open(secret(gateway), migrated));

    assertThat(mirror.courses()).isEmpty();
    assertThat(waited).containsExactly(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @EnumSource
  void openShouldNameTheMigrationWhenTheApiNeverSeesIt(PostgrestVersion version) {
    Gateway gateway = gateway(version, keep(SupabaseLike.empty()));

    StorageException failure = failure(secret(gateway));

    assertThat(failure).isInstanceOf(StorageSchemaException.class);
    assertThat(failure.code()).isEqualTo("DB_SCHEMA");
    assertThat(failure.remedy().orElseThrow()).contains("creatoros migrate", "reload schema");
    assertThat(waited).hasSize(1);
  }

  @Test
  void openShouldNameTheVersionWhenTheSchemaIsOlderOrNewer() {
    TestDatabase database = keep(SupabaseLike.migrated());
    Hand hand = new Hand(database);
    Gateway gateway = gateway(PostgrestVersion.V12, database);

    hand.execute("insert into creatoros.schema_version (version) values ('30000101000000')");
    assertThat(failure(secret(gateway)))
        .isInstanceOf(StorageSchemaException.class)
        .hasMessageContaining("30000101000000, newer");

    hand.execute("delete from creatoros.schema_version where version > '20261122000500'");
    assertThat(failure(secret(gateway)))
        .isInstanceOf(StorageSchemaException.class)
        .hasMessageContaining("20261122000500, older");
  }

  @Test
  void openShouldTellWhoIsNoMember() {
    Gateway gateway = gateway(PostgrestVersion.V12, keep(SupabaseLike.migrated()));
    PostgrestConfig user =
        secret(gateway)
            .withKey(gateway.publishableKey())
            .withToken(Tokens.of("authenticated", USER));

    StorageException failure = failure(user);

    assertThat(failure).isInstanceOf(StoragePermissionException.class);
    assertThat(failure).hasMessageContaining("project \"default\"");
    assertThat(failure.remedy().orElseThrow())
        .endsWith("creatoros members add " + USER + " --role viewer");
  }

  @Test
  void openShouldLetMembersInWithTheirToken() {
    TestDatabase database = keep(SupabaseLike.migrated());
    Hand hand = new Hand(database);
    hand.execute("insert into public.content_projects (slug, name) values ('default', 'x')");
    hand.execute(
        "insert into public.content_project_members (project_id, user_id, role)"
            + " select id, ?, 'viewer' from public.content_projects",
        USER);
    Gateway gateway = gateway(PostgrestVersion.V12, database);
    String token = Tokens.of("authenticated", USER);

    for (String key : List.of(gateway.publishableKey(), gateway.anonKey())) {
      PostgrestConfig user = secret(gateway).withKey(key).withToken(token);

      assertThat(keep(PostgrestMirror.open(user)).courses()).isEmpty();
    }
  }

  @Test
  void openShouldAskForATokenWhenTheKeyIsPublishable() {
    Gateway gateway = gateway(PostgrestVersion.V12, keep(SupabaseLike.migrated()));

    StorageException failure = failure(secret(gateway).withKey(gateway.publishableKey()));

    assertThat(failure.remedy().orElseThrow()).contains("postgrest.token");
  }

  @Test
  void openShouldBeRefusedByEveryWrongKeyWithoutTellingIt() {
    Gateway gateway = gateway(PostgrestVersion.V12, keep(SupabaseLike.migrated()));
    PostgrestConfig config = secret(gateway);

    for (PostgrestConfig wrong :
        List.of(
            config.withKey("sb_secret_s3cret"),
            config.withKey(gateway.publishableKey()),
            config.withKey(gateway.anonKey()),
            config.withToken(Tokens.expired("service_role")),
            config.withToken(Tokens.forged("service_role")),
            config.withToken(Tokens.of("nobody_of_this_name")),
            config.withToken("s3cret"))) {
      StorageException failure = failure(wrong);

      assertThat(failure).isInstanceOf(StoragePermissionException.class);
      assertThat(failure.code()).isEqualTo("DB_PERMISSION");
      assertThat(failure.remedy()).isPresent();
      assertThat(failure.toString()).doesNotContain("s3cret", wrong.bearer().orElse("s3cret"));
    }
  }

  @Test
  void bothKindsOfSecretKeysShouldOpen() {
    Gateway gateway = gateway(PostgrestVersion.V12, keep(SupabaseLike.migrated()));

    for (String key : List.of(gateway.secretKey(), gateway.serviceKey())) {
      assertThat(keep(PostgrestMirror.open(secret(gateway).withKey(key))).courses()).isEmpty();
    }
    assertThat(gateway.seen())
        .allSatisfy(
            seen -> {
              boolean legacy = seen.headers().get("apikey").startsWith("eyJ");
              assertThat(seen.headers().containsKey("authorization")).isEqualTo(legacy);
              assertThat(seen.headers().get("user-agent")).startsWith("creatoros/");
            });
  }

  @Test
  void bareServerShouldOpenWithATokenAlone() {
    PostgrestServer server =
        keep(PostgrestServer.start(PostgrestVersion.V12, keep(SupabaseLike.migrated())));
    PostgrestConfig bare =
        PostgrestConfig.of(server.url().toString())
            .withPath("/")
            .withToken(Tokens.of("service_role"));

    assertThat(keep(PostgrestMirror.open(bare)).courses()).isEmpty();
  }

  @Test
  void wrongAddressShouldBeToldFromAWrongKey() {
    Gateway gateway = gateway(PostgrestVersion.V12, keep(SupabaseLike.migrated()));

    StorageException elsewhere = failure(secret(gateway).withPath("/rest/v2"));
    StorageException nowhere = failure(PostgrestConfig.of("http://127.0.0.1:1").withKey("k"));
    gateway.next(Fault.html(200));
    StorageException page = failure(secret(gateway));

    assertThat(elsewhere.code()).isEqualTo("DB_REJECTED");
    assertThat(elsewhere.remedy().orElseThrow()).contains("postgrest.path");
    assertThat(nowhere.code()).isEqualTo("DB_UNREACHABLE");
    assertThat(nowhere).hasMessageContaining("127.0.0.1:1/rest/v1");
    assertThat(page.code()).isEqualTo("DB_REJECTED");
    assertThat(page.remedy().orElseThrow()).contains("address");
  }

  private StorageException failure(PostgrestConfig config) {
    return catchThrowableOfType(
        StorageException.class, () -> PostgrestMirror.open(config, waited::add).close());
  }

  private Gateway gateway(PostgrestVersion version, TestDatabase database) {
    return keep(Gateway.before(keep(PostgrestServer.start(version, database))));
  }

  private static PostgrestConfig secret(Gateway gateway) {
    return PostgrestConfig.of(gateway.url().toString()).withKey(gateway.secretKey());
  }

  private static boolean answers(Gateway gateway) throws InterruptedException {
    try {
      return Caller.of(gateway, gateway.secretKey())
              .send("POST", "/rpc/creatoros_open", "{\"p_project\":\"default\"}")
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private <T extends AutoCloseable> T keep(T resource) {
    opened.add(resource);
    return resource;
  }
}
