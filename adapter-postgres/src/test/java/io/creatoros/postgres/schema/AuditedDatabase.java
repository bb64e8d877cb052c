package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.AuditFinding;
import io.creatoros.migrations.AuditReport;
import io.creatoros.migrations.SecurityAudit;
import io.creatoros.postgres.embedded.DisposableServer;
import io.creatoros.postgres.testkit.SupabaseLike;
import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A database to plant faults in: for each rule the fault, and beside it what looks like the fault
 * and is none. The remedy is run as it is told.
 */
final class AuditedDatabase implements AutoCloseable {

  private static final String NOTHING_BY_DEFAULT =
      """
      alter default privileges in schema public revoke all on tables from anon, authenticated;
      alter default privileges in schema public revoke all on functions from anon, authenticated;
      alter default privileges in schema public revoke all on tables from service_role;
      alter default privileges in schema public revoke all on functions from service_role;
      """;

  private static final String ACCOUNTS =
      """
      create schema auth;
      create table auth.users (
        id uuid primary key, email text unique, raw_user_meta_data jsonb, raw_app_meta_data jsonb);
      create function auth.jwt() returns jsonb language sql stable set search_path = '' as
        'select nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb';
      create function auth.uid() returns uuid language sql stable set search_path = '' as
        'select (auth.jwt() ->> ''sub'')::uuid';
      grant usage on schema auth to anon, authenticated;
      """;

  private final SchemaDatabase database;

  private AuditedDatabase(SchemaDatabase database) {
    this.database = database;
  }

  /** One with the roles and accounts of Supabase, where nothing is granted unless a test does. */
  static AuditedDatabase supabaseLike() {
    AuditedDatabase audited = new AuditedDatabase(SchemaDatabase.of(SupabaseLike.empty()));
    audited.run(NOTHING_BY_DEFAULT);
    audited.run(ACCOUNTS);
    return audited;
  }

  /** One on a server of its own, which has no role but its owner. */
  static AuditedDatabase plain() {
    DisposableServer server = DisposableServer.start();
    return new AuditedDatabase(
        SchemaDatabase.of(
            new TestDatabase(
                "postgres",
                server.port(),
                server.jdbcUrl("postgres"),
                server.user(),
                server.password())));
  }

  /** Runs a script as its owner, all of it or nothing. */
  void run(String script) {
    run("", script);
  }

  /** Runs a script as a role that has logged in over an API. */
  void runAs(String role, String script) {
    run("set local role " + role + ";", script);
  }

  private void run(String before, String script) {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(before + script);
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(script + "\n" + e.getMessage(), e);
    }
  }

  List<String> strings(String sql) {
    return database.strings(sql);
  }

  /** How many rows a role sees. */
  int seenBy(String role, String relation) {
    return seenBy("", role, relation);
  }

  /** The same, after a script in the same transaction. */
  int seenBy(String before, String role, String relation) {
    runAs(
        role,
        before
            + "select set_config('audit.seen', (select count(*) from "
            + relation
            + ")::text, true);"
            + "reset role; create table if not exists auth.seen (n int);"
            + "insert into auth.seen select current_setting('audit.seen')::int");
    return Integer.parseInt(strings("delete from auth.seen returning n").get(0));
  }

  AuditReport audit(String... exposed) {
    try {
      return SecurityAudit.of(database.dataSource(), List.of(exposed));
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  List<AuditFinding> findings(String rule) {
    return audit().findings().stream()
        .filter(finding -> finding.rule().name().equals(rule))
        .toList();
  }

  /** Expects one fault of a rule, and that its remedy mends it without losing a row. */
  AuditFinding mend(String rule, String object) {
    assertThat(findings(rule)).extracting(AuditFinding::object).containsExactly(object);
    AuditFinding finding = findings(rule).get(0);
    List<String> before = counts();

    run(finding.remedy());

    assertThat(findings(rule)).isEmpty();
    assertThat(counts()).isEqualTo(before);
    return finding;
  }

  /** How many rows each table has. */
  private List<String> counts() {
    return database.strings(
        """
        select format('%s: %s', c.oid::regclass, (xpath('/row/n/text()',
          query_to_xml(format('select count(*) as n from %s', c.oid::regclass), false, true, '')))[1])
        from pg_class c
        where c.relkind = 'r' and c.relnamespace not in
          ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        order by c.oid
        """);
  }

  @Override
  public void close() {
    database.close();
  }
}
