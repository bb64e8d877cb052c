package io.creatoros.app.embedding;

import static io.creatoros.postgrest.testkit.Fault.json;

import io.creatoros.postgres.testkit.Await;
import io.creatoros.postgres.testkit.FaultProxy;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgrest.testkit.Caller;
import io.creatoros.postgrest.testkit.Fault.Answer;
import io.creatoros.postgrest.testkit.Gateway;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.PostgrestVersion;
import io.creatoros.postgrest.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A database that programs reach by PostgREST, each as a user who is an editor of its project.
 *
 * <pre>
 *   program ──► proxy ──► gateway ──► proxy ──► PostgREST ──► proxy ──► database (PostgreSQL)
 * </pre>
 */
final class ShakyPostgrest extends ShakyServer {

  /** PostgREST's connections to the database: more than there are programs. */
  private static final int POOL = 16;

  private static final Answer INVALID_KEY = json(401, "{\"message\":\"Invalid API key\"}");
  private static final String PROJECT = "{\"p_project\":\"none\"}";
  private static final Map<String, String> USUAL =
      Map.of("statement_timeout", "8s", "lock_timeout", "0");

  private final FaultProxy toDatabase;
  private final PostgrestServer server;
  private final FaultProxy toServer;
  private final Caller somebody;
  private final List<HttpWay> ways = new CopyOnWriteArrayList<>();
  private boolean refusing;

  ShakyPostgrest(PostgrestVersion version) {
    this(version, SupabaseLike.migrated());
  }

  /** The same before a database that has the schema. */
  ShakyPostgrest(PostgrestVersion version, TestDatabase database) {
    super(database);
    run(
        """
        create function public.setting(p_name text) returns text language sql stable as $$
          select current_setting(p_name)
        $$;
        create function public.waiting() returns void language sql as $$
          select pg_advisory_xact_lock_shared(1)
        $$
        """);
    this.toDatabase = FaultProxy.to(database);
    this.server = PostgrestServer.start(version, behind(toDatabase, database), settings());
    this.toServer = FaultProxy.to("127.0.0.1", server.url().getPort());
    this.somebody = Caller.of(server, Tokens.of("authenticated", UUID.randomUUID()));
  }

  private static TestDatabase behind(FaultProxy proxy, TestDatabase database) {
    return new TestDatabase(
        database.name(), proxy.port(), database.jdbcUrl(), database.user(), database.password());
  }

  private static Map<String, String> settings() {
    return Map.of("db-pool", Integer.toString(POOL), "db-pool-acquisition-timeout", "1");
  }

  @Override
  Way way(String project) {
    UUID user = UUID.randomUUID();
    run("select creatoros.set_member('%s', '%s', null, 'editor')".formatted(project, user));
    Gateway gateway = Gateway.before(URI.create("http://127.0.0.1:" + toServer.port()));
    HttpWay way = HttpWay.through(gateway, Tokens.of("authenticated", user));
    ways.add(way);
    if (refusing) {
      gateway.always("", INVALID_KEY);
    }
    return way;
  }

  @Override
  void refuseCredentials() {
    refusing = true;
    ways.forEach(way -> way.gateway().always("", INVALID_KEY));
  }

  @Override
  void acceptCredentials() {
    refusing = false;
    ways.forEach(HttpWay::heal);
  }

  /** A default does not do it: PostgREST begins every transaction as one that may write. */
  @Override
  void takeNoWrites() {
    run(
        """
        create function public.no_writes() returns trigger language plpgsql as $$
        begin
          raise read_only_sql_transaction
            using message = 'cannot execute INSERT in a read-only transaction';
        end
        $$;
        create trigger no_writes before insert on creatoros.contents
        for each statement execute function public.no_writes()
        """);
  }

  @Override
  void takeWrites() {
    run("drop function public.no_writes cascade");
  }

  @Override
  void limit(String setting, String value) {
    run("alter role authenticated set " + setting + " = '" + value + "'");
    run("notify pgrst, 'reload config'");
    Await.until("the limit holds", () -> answers("setting", name(setting), '"' + value + '"'));
  }

  @Override
  void unlimit(String setting) {
    limit(setting, USUAL.get(setting));
  }

  /** Stops PostgREST, as far as the gateways can tell. */
  void stop() {
    toServer.refuse();
    toServer.cut();
  }

  void restart() {
    toServer.heal();
  }

  /** Stops the database, as far as PostgREST can tell. */
  void stopDatabase() {
    toDatabase.refuse();
    toDatabase.cut();
  }

  void restartDatabase() {
    toDatabase.heal();
    awaitApi();
  }

  /** Others take all the connections that PostgREST has to the database. */
  void takeConnections() {
    hold("select pg_advisory_xact_lock(1)");
    for (int i = 0; i < POOL; i++) {
      Thread thread = new Thread(() -> ask("waiting", "{}"), "waiting");
      thread.setDaemon(true);
      thread.start();
    }
    Await.until("all connections are taken", () -> blocked() == POOL);
  }

  /** PostgREST does not know the functions of the mirror any more, though they are there. */
  void forgetFunctions() {
    renameFunctions("creatoros", "forgotten");
    server.reload();
    Await.until(
        "they are forgotten", () -> ask("creatoros_open", PROJECT).body().contains("PGRST202"));
    renameFunctions("forgotten", "creatoros");
  }

  void tellOfFunctions() {
    server.reload();
    awaitApi();
  }

  /** What this version answers to a token whose time is over. */
  Answer expired() {
    HttpResponse<String> answer =
        send(Caller.of(server, Tokens.expired("authenticated")), "creatoros_open", PROJECT);
    return json(answer.statusCode(), answer.body());
  }

  @Override
  public void close() {
    release();
    toServer.close();
    server.close();
    toDatabase.close();
    super.close();
  }

  private void renameFunctions(String from, String to) {
    run(
        """
        do $$
        declare
          v record;
        begin
          for v in
            select p.oid::regprocedure as function, substr(p.proname, length('%1$s') + 1) as name
            from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.proname like '%1$s\\_%%'
          loop
            execute format('alter function %%s rename to %%I', v.function, '%2$s' || v.name);
          end loop;
        end
        $$
        """
            .formatted(from, to));
  }

  private void awaitApi() {
    Await.until("the API answers", () -> ask("creatoros_open", PROJECT).statusCode() == 200);
  }

  private boolean answers(String function, String arguments, String answer) {
    return ask(function, arguments).body().equals(answer);
  }

  private HttpResponse<String> ask(String function, String arguments) {
    return send(somebody, function, arguments);
  }

  private static String name(String setting) {
    return "{\"p_name\":\"" + setting + "\"}";
  }

  private static HttpResponse<String> send(Caller caller, String function, String arguments) {
    try {
      return caller.send("POST", "/rpc/" + function, arguments);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
