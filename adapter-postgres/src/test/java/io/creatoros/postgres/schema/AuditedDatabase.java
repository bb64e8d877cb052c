package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.AuditFinding;
import io.creatoros.migrations.AuditReport;
import io.creatoros.migrations.SecurityAudit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database with the roles and accounts of Supabase, to plant faults in. */
final class AuditedDatabase implements AutoCloseable {

  private static final String ROLES =
      """
      do $$
      begin
        if to_regrole('anon') is null then
          create role anon nologin;
        end if;
        if to_regrole('authenticated') is null then
          create role authenticated nologin;
        end if;
        if to_regrole('service_role') is null then
          create role service_role nologin bypassrls;
        end if;
      exception when duplicate_object or unique_violation then null;
      end
      $$;
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

  private final SchemaDatabase database = SchemaDatabase.empty();

  AuditedDatabase() {
    run(ROLES);
    run(ACCOUNTS);
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

  void migrate() {
    database.migrate();
  }

  List<String> strings(String sql) {
    return database.strings(sql);
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
