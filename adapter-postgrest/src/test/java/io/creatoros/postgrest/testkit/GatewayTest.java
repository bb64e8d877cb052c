package io.creatoros.postgrest.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@RequiresPostgrest
final class GatewayTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final TestDatabase database = SupabaseLike.empty();
  private static final PostgrestServer server = start();

  private final Gateway gateway = Gateway.before(server);
  private final Caller service = Caller.of(gateway, gateway.secretKey());

  @AfterEach
  void close() throws SQLException {
    gateway.close();
    execute("truncate public.visits");
  }

  @AfterAll
  static void end() {
    server.close();
    database.close();
  }

  @Test
  void gatewayShouldSwapSecretKeyForTheServiceRole() throws Exception {
    assertThat(role(service)).isEqualTo("\"service_role\"");
    assertThat(role(service.withToken(gateway.secretKey()))).isEqualTo("\"service_role\"");
  }

  @Test
  void gatewayShouldPassTheTokenOfAUserBesideAPublishableKey() throws Exception {
    Caller nobody = Caller.of(gateway, gateway.publishableKey());

    assertThat(role(nobody)).isEqualTo("\"anon\"");
    assertThat(role(nobody.withToken(Tokens.of("authenticated", UUID.randomUUID()))))
        .isEqualTo("\"authenticated\"");
  }

  @Test
  void gatewayShouldTakeLegacyKeysInBothHeaders() throws Exception {
    String key = gateway.serviceKey();

    assertThat(role(Caller.of(gateway, key).withToken(key))).isEqualTo("\"service_role\"");
  }

  @Test
  void gatewayShouldRefuseWhenKeyIsMissingOrUnknown() throws Exception {
    refused(service.withNothing(), "No API key found");
    refused(Caller.of(gateway, "sb_secret_of_another_project"), "Invalid API key");
    refused(Caller.of(gateway, gateway.publishableKey()).withToken("sb_secret_x"), "Invalid");
  }

  @Test
  void gatewayShouldRefuseSecretKeyOfABrowser() throws Exception {
    HttpResponse<String> answer =
        service.send("POST", "/rpc/role", "{}", "User-Agent", "Mozilla/5.0 (X11; Linux x86_64)");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("in browser");
  }

  @Test
  void gatewayShouldRememberWhatCameIn() throws Exception {
    visit(1);

    assertThat(gateway.seen())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.path()).isEqualTo("/rest/v1/visits");
              assertThat(seen.headers())
                  .containsEntry("apikey", gateway.secretKey())
                  .doesNotContainKey("authorization");
              assertThat(seen.bytes()).isPositive();
            });
  }

  @Test
  void nextShouldAnswerInPlaceOfTheServerOnce() throws Exception {
    gateway.next(Fault.html(520));
    gateway.next(Fault.tooMany(7));

    HttpResponse<String> page = visit(1);
    HttpResponse<String> tooMany = visit(1);

    assertThat(page.statusCode()).isEqualTo(520);
    assertThat(page.headers().firstValue("Content-Type"))
        .hasValueSatisfying(html -> assertThat(html).startsWith("text/html"));
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(visits()).isZero();
    assertThat(visit(1).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Break.class,
      mode = Mode.INCLUDE,
      names = {"RESET_AFTER", "TRUNCATED"})
  void requestShouldBeCarriedOutWhenItsAnswerIsLost(Fault.Break fault) throws Exception {
    gateway.next(fault);

    assertThatThrownBy(() -> visit(1)).isInstanceOf(IOException.class);

    assertThat(visits()).isOne();
  }

  @Test
  void requestShouldNotArriveWhenConnectionIsResetBefore() throws Exception {
    gateway.next(Fault.Break.RESET_BEFORE);

    assertThatThrownBy(() -> visit(1)).isInstanceOf(IOException.class);

    assertThat(visits()).isZero();
  }

  @Test
  void requestShouldHangWithoutArriving() throws Exception {
    gateway.next(Fault.Break.HANG_BEFORE);

    assertThatThrownBy(() -> visit(SOON, 1)).isInstanceOf(HttpTimeoutException.class);

    assertThat(visits()).isZero();
  }

  @Test
  void requestShouldHangAfterBeingCarriedOut() throws Exception {
    gateway.next(Fault.Break.HANG_AFTER);

    assertThatThrownBy(() -> visit(SOON, 1)).isInstanceOf(HttpTimeoutException.class);

    Await.until("the visit", () -> visits() == 1);
  }

  @Test
  void afterShouldSpareTheRequestsBefore() throws Exception {
    gateway.after(2, "/visits", Fault.json(503, "{}"));

    assertThat(visit(1).statusCode()).isEqualTo(201);
    assertThat(role(service)).isEqualTo("\"service_role\"");
    assertThat(visit(2).statusCode()).isEqualTo(201);
    assertThat(visit(3).statusCode()).isEqualTo(503);
    assertThat(visit(3).statusCode()).isEqualTo(201);
  }

  @Test
  void alwaysShouldHoldUntilHealed() throws Exception {
    gateway.always("", Fault.json(540, "{\"message\":\"paused\"}"));
    assertThat(visit(1).statusCode()).isEqualTo(540);
    assertThat(visit(1).statusCode()).isEqualTo(540);

    gateway.heal();

    assertThat(visit(1).statusCode()).isEqualTo(201);
  }

  @Test
  void gatewayShouldSayThatTheServerIsGone() throws Exception {
    TestDatabase other = SupabaseLike.empty();
    PostgrestServer gone = PostgrestServer.start(PostgrestVersion.V12, other);
    try (Gateway before = Gateway.before(gone)) {
      gone.close();

      assertThat(Caller.of(before, before.secretKey()).send("GET", "/x", "").statusCode())
          .isEqualTo(502);
    }
  }

  private void refused(Caller caller, String message) throws Exception {
    HttpResponse<String> answer = caller.send("POST", "/rpc/role", "{}");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"message\":\"" + message, "\"hint\":");
  }

  private static String role(Caller caller) throws Exception {
    return caller.send("POST", "/rpc/role", "{}").body();
  }

  private HttpResponse<String> visit(int id) throws Exception {
    return visit(Duration.ofMinutes(1), id);
  }

  private HttpResponse<String> visit(Duration patience, int id) throws Exception {
    return service.send(patience, "POST", "/visits", "[{\"id\":" + id + "}]");
  }

  private static PostgrestServer start() {
    try {
      execute(
          """
          create table public.visits (id int primary key);
          create function public.role() returns text language sql stable as $$
            select current_user::text $$
          """);
      return PostgrestServer.start(PostgrestVersion.V12, database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long visits() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from public.visits")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
