package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.migrations.AuditFinding;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Functions that callers can turn to their own ends. */
final class FunctionAuditTest {
  @AutoClose private final AuditedDatabase database = AuditedDatabase.supabaseLike();

  @Test
  void functionShouldBeFoundWhenItsCallerDecidesWhatNamesMean() {
    database.run(
        """
        create table public.tallies (n int);
        insert into public.tallies values (7);
        create function public."How many?"(text, public.tallies) returns int language sql as
          'select n from tallies';

        create function public.pinned() returns int language sql set search_path = '' as 'select 1';
        create function public.bound() returns int language sql
          begin atomic select n from public.tallies; end;
        """);

    AuditFinding finding =
        database.mend("function_search_path_mutable", "public.\"How many?\"(text,public.tallies)");

    assertThat(finding.remedy()).endsWith("set search_path = public, pg_temp;");
    assertThat(database.strings("select public.\"How many?\"('', null)")).containsExactly("7");
  }

  @Test
  void functionShouldFindQualifiedNamesOnlyWhenCallersMayPutObjectsBesideIt() {
    database.run(
        """
        create schema api;
        grant create on schema api to authenticated;
        create procedure api.tidy() language plpgsql as 'begin end';
        """);

    assertThat(database.audit("api").findings())
        .extracting(AuditFinding::remedy)
        .containsExactly("alter routine api.tidy() set search_path = '';");
  }

  @Test
  void extensionShouldBeFoundWhenItStandsInAnExposedSchema() {
    database.run(
        """
        create extension citext schema public;
        create table public.names (name citext primary key);
        insert into public.names values ('Ada');

        create schema elsewhere;
        create extension pg_trgm schema elsewhere;
        """);

    database.mend("extension_in_public", "extension citext");

    assertThat(database.strings("select extnamespace::regnamespace from pg_extension"))
        .containsExactlyInAnyOrder("pg_catalog", "extensions", "elsewhere");
    assertThat(database.strings("select name from public.names")).containsExactly("Ada");
  }

  @Test
  void functionShouldBeFoundWhenAnonMayCallItWithItsOwnersRights() {
    database.run(
        """
        create function public.purge(int, "n" int default 1) returns int
          language sql security definer set search_path = '' as 'select 1';
        revoke execute on function public.purge from public;
        grant execute on function public.purge to anon;

        create function public.own_rights() returns int
          language sql set search_path = '' as 'select 1';
        create function public.not_granted() returns int
          language sql security definer set search_path = '' as 'select 1';
        revoke execute on function public.not_granted from public;
        create function public.on_change() returns trigger
          language plpgsql security definer set search_path = '' as 'begin return new; end';
        create schema inner_rooms;
        create function inner_rooms.helper() returns int
          language sql security definer set search_path = '' as 'select 1';
        """);

    AuditFinding finding =
        database.mend("anon_security_definer_function_executable", "public.purge(integer,integer)");

    assertThat(finding.remedy())
        .isEqualTo("revoke execute on routine public.purge(integer,integer) from anon;");
  }

  @Test
  void functionShouldBeFoundWhenAuthenticatedMayCallItWithItsOwnersRights() {
    database.run(
        """
        create function public.purge() returns int
          language sql security definer set search_path = '' as 'select 1';

        create function public.for_anon() returns int
          language sql security definer set search_path = '' as 'select 1';
        revoke execute on function public.for_anon from public;
        grant execute on function public.for_anon to anon;
        """);

    database.mend("authenticated_security_definer_function_executable", "public.purge()");

    assertThat(
            database.strings(
                "select has_function_privilege(r, 'public.purge()', 'execute')"
                    + " from unnest(array['anon', 'authenticated', 'service_role']) r"))
        .containsExactly("f", "f", "t");
  }

  @Test
  void functionShouldMoveOutOfReachWhenAPolicyUsesIt() {
    database.run(
        """
        create function public.is_member(int) returns boolean
          language sql stable security definer set search_path = '' as 'select $1 = 1';
        create table public.rooms (id int primary key);
        insert into public.rooms values (1), (2);
        alter table public.rooms enable row level security;
        create policy members on public.rooms for select using (public.is_member(id));
        grant select on public.rooms to authenticated;
        """);

    database.mend(
        "authenticated_security_definer_function_executable", "public.is_member(integer)");

    assertThat(database.seenBy("authenticated", "public.rooms")).isOne();
    assertThatThrownBy(() -> database.runAs("authenticated", "select private.is_member(1)"))
        .hasMessageContaining("permission denied for schema private");
  }
}
