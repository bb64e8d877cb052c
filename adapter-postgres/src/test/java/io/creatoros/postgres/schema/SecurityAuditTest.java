package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.creatoros.migrations.AuditFinding;
import io.creatoros.migrations.AuditReport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is looked at, and in which order it is mended. */
final class SecurityAuditTest {
  @AutoClose private final AuditedDatabase database = AuditedDatabase.supabaseLike();

  @Test
  void schemasShouldBeThoseThatTheApiIsToldOf() {
    database.run(
        """
        create schema api;
        create schema storage;
        create table api.open (id int primary key);
        grant select on api.open to anon;
        create table public.open (id int primary key);
        grant select on public.open to anon;
        """);

    AuditReport untold = database.audit();
    String name = database.strings("select current_database()").get(0);
    database.run("create role authenticator noinherit login");
    try {
      database.run("alter role authenticator set pgrst.db_schemas = 'api, storage,none'");
      AuditReport told = database.audit();
      database.run(
          "alter role authenticator in database " + name + " set pgrst.db_schemas = 'public'");
      AuditReport toldHere = database.audit();
      AuditReport named = database.audit("public", "api", "api");

      assertThat(untold.exposed()).containsExactly("public");
      assertThat(told.exposed()).containsExactly("api");
      assertThat(told.findings()).extracting(AuditFinding::object).containsExactly("api.open");
      assertThat(toldHere.exposed()).containsExactly("public");
      assertThat(named.exposed()).containsExactly("api", "public");
      assertThat(named.findings())
          .extracting(AuditFinding::object)
          .containsExactly("api.open", "public.open");
    } finally {
      database.run("drop role authenticator");
    }
  }

  @Test
  void mirrorsOwnSchemaShouldBeAuditedAsOneThatNoApiServes() {
    database.run(
        """
        create schema creatoros;
        create table creatoros.notes (id int, secret text);
        grant all on creatoros.notes to anon;
        create view creatoros.all_notes as select secret, email from creatoros.notes, auth.users;
        create materialized view creatoros.kept_notes as select * from creatoros.notes;
        grant select on creatoros.all_notes, creatoros.kept_notes to anon;
        create function creatoros.purge() returns int language sql security definer as 'select 1';
        create extension citext schema creatoros;
        """);

    assertThat(database.audit("public", "creatoros").findings())
        .extracting(finding -> finding.rule().name() + " " + finding.object())
        .containsExactly(
            "function_search_path_mutable creatoros.purge()", "no_primary_key creatoros.notes");
  }

  @Test
  void auditShouldSayWhichSchemaIsNotThere() {
    assertThatThrownBy(() -> database.audit("public", "pubic"))
        .hasMessage("there is no schema \"pubic\"");
  }

  @Test
  void remedyShouldWaitWhenAnEarlierOneWritesTheSamePolicyAnew() {
    database.run(
        """
        create table public.posts (id int primary key, author uuid);
        alter table public.posts enable row level security;
        create policy p on public.posts using (author = auth.uid()) with check (true);
        create policy q on public.posts for select using (id = 1);
        create table public.other (id int primary key);
        alter table public.other enable row level security;
        create policy q on public.other for delete using (true);
        """);

    AuditReport report = database.audit();

    assertThat(report.findings())
        .extracting(
            finding -> finding.rule().name(),
            AuditFinding::object,
            finding -> report.before(finding).map(first -> first.rule().name()).orElse(""))
        .containsExactly(
            tuple("rls_policy_always_true", "policy p on public.posts", ""),
            tuple("rls_policy_always_true", "policy q on public.other", ""),
            tuple("auth_rls_initplan", "policy p on public.posts", "rls_policy_always_true"),
            tuple("multiple_permissive_policies", "public.posts", "rls_policy_always_true"));
  }
}
