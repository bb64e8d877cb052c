package io.creatoros.postgrest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What later tests trust the server with, on each version. */
@RequiresPostgrest
@ParameterizedClass
@EnumSource
final class PostgrestServerTest {
  private static final String WHO =
      """
      create function public.who() returns jsonb language sql stable as $$
        select jsonb_build_object(
          'role', current_user::text,
          'login', session_user::text,
          'sub', current_setting('request.jwt.claims', true)::jsonb ->> 'sub',
          'timeout', current_setting('statement_timeout'))
      $$
      """;

  private final TestDatabase database = SupabaseLike.empty();
  private final PostgrestServer server;
  private final PostgrestVersion version;

  PostgrestServerTest(PostgrestVersion version) throws SQLException {
    this.version = version;
    execute(WHO);
    this.server = PostgrestServer.start(version, database);
  }

  @AfterEach
  void close() {
    server.close();
    database.close();
  }

  @Test
  void serverShouldTellItsVersion() throws Exception {
    HttpResponse<String> answer = Caller.of(server, Tokens.of("anon")).send("GET", "/", "");

    assertThat(answer.headers().firstValue("Server")).hasValue("postgrest/" + version.number());
  }

  @Test
  void callerShouldBecomeTheRoleAndUserOfItsToken() throws Exception {
    UUID user = UUID.randomUUID();

    assertThat(who(Caller.of(server, Tokens.of("authenticated", user))))
        .contains("\"role\": \"authenticated\"", "\"login\": \"authenticator\"", user.toString());
    assertThat(who(Caller.of(server, Tokens.of("service_role"))))
        .contains("\"role\": \"service_role\"", "\"sub\": null", "\"timeout\": \"8s\"");
  }

  @Test
  void callerShouldBeAnonWhenItShowsNothing() throws Exception {
    assertThat(who(Caller.of(server, "").withNothing()))
        .contains("\"role\": \"anon\"", "\"timeout\": \"3s\"");
  }

  @Test
  void serverShouldRefuseTokensThatAreExpiredOrForged() throws Exception {
    for (String token : new String[] {Tokens.expired("service_role"), Tokens.forged("anon")}) {
      HttpResponse<String> answer = Caller.of(server, token).send("POST", "/rpc/who", "{}");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("PGRST30");
    }
  }

  @Test
  void reloadShouldShowWhatIsNew() throws Exception {
    Caller caller = Caller.of(server, Tokens.of("service_role"));
    execute("create table public.visits (id int primary key)");
    assertThat(caller.send("POST", "/visits", "[{\"id\":1}]").statusCode()).isEqualTo(404);

    server.reload();

    Await.until(
        "the table is known",
        () -> caller.send("POST", "/visits", "[{\"id\":1}]").statusCode() == 201);
  }

  private static String who(Caller caller) throws Exception {
    return caller.send("POST", "/rpc/who", "{}").body();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
