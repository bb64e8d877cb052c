package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.creatoros.migrations.AuditFinding;
import io.creatoros.migrations.AuditReport;
import io.creatoros.migrations.AuditRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * For each rule a database with the fault, and beside it what looks like the fault and is none. The
 * remedy is run as it is told.
 */
final class SecurityAuditTest {
  private final AuditedDatabase database = AuditedDatabase.supabaseLike();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void tableShouldBeFoundWhenCallersMayUseItWithoutRowSecurity() {
    database.run(
        """
        create table public."Guest Book" (id int primary key, line text);
        grant select (line), insert on public."Guest Book" to anon;
        insert into public."Guest Book" values (1, 'hello');

        create table public.closed (id int primary key);
        create table public.secured (id int primary key);
        alter table public.secured enable row level security;
        grant all on public.secured to anon;
        create schema inner_rooms;
        create table inner_rooms.tools (id int primary key);
        grant all on inner_rooms.tools to anon;
        """);

    AuditFinding finding = database.mend("rls_disabled_in_public", "public.\"Guest Book\"");

    assertThat(finding.detail())
        .isEqualTo("anon may insert, select, and row level security is off");
    assertThat(finding.remedy())
        .isEqualTo("alter table public.\"Guest Book\" enable row level security;");
    assertThat(finding.rule().severity()).isEqualTo(AuditRule.Severity.ERROR);
  }

  @Test
  void tableShouldBeFoundWhenEverybodyMayReadItWithoutRowSecurity() {
    database.run(
        """
        create table public.prices (id int primary key);
        grant select on public.prices to public;
        """);

    assertThat(database.mend("rls_disabled_in_public", "public.prices").detail())
        .startsWith("everybody may select");
  }

  @Test
  void policyShouldBeFoundWhenRowSecurityIsOff() {
    database.run(
        """
        create table public.diary (id int primary key, owner text);
        create policy own on public.diary using (owner = current_user);
        create policy "look in" on public.diary for select using (owner = 'x');

        create table public.diary_2 (id int primary key, owner text);
        alter table public.diary_2 enable row level security;
        create policy own on public.diary_2 using (owner = current_user);
        """);

    assertThat(database.mend("policy_exists_rls_disabled", "public.diary").detail())
        .isEqualTo("row level security is off, so nothing applies policy \"look in\", policy own");
  }

  @Test
  void tableShouldBeFoundWhenRowSecurityHasNoPolicy() {
    database.run(
        """
        create table public.vault (id int primary key);
        insert into public.vault values (1);
        alter table public.vault enable row level security;
        grant all on public.vault to anon;

        create table public.open (id int primary key);
        """);

    database.mend("rls_enabled_no_policy", "public.vault");

    assertThat(seenBy("anon", "public.vault")).isZero();
  }

  @Test
  void viewShouldBeFoundWhenItReadsWithTheRightsOfItsOwner() {
    database.run(
        """
        create table public.notes (id int primary key, owner text);
        insert into public.notes values (1, 'somebody');
        alter table public.notes enable row level security;
        create policy own on public.notes using (owner = current_user);
        grant select on public.notes to anon;
        create view public."all notes" as select * from public.notes;
        grant select on public."all notes" to anon;

        create view public.own_notes with (security_invoker = on) as select * from public.notes;
        grant select on public.own_notes to anon;
        create view public.not_granted as select * from public.notes;
        """);
    assertThat(seenBy("anon", "public.\"all notes\"")).isOne();

    database.mend("security_definer_view", "public.\"all notes\"");

    assertThat(seenBy("anon", "public.\"all notes\"")).isZero();
  }

  @Test
  void viewShouldBeFoundWhenItShowsAccountsEvenThroughAnother() {
    database.run(
        """
        create schema inner_rooms;
        create view inner_rooms.people as select id, email from auth.users;
        create view public.team with (security_invoker = true) as select email from inner_rooms.people;
        grant select on public.team to authenticated;

        create view public.not_granted as select email from auth.users;
        create view public.own_account with (security_invoker = true) as select email from auth.users;
        grant select on public.own_account to authenticated;
        """);

    AuditFinding finding = database.mend("auth_users_exposed", "public.team");

    assertThat(finding.detail()).isEqualTo("authenticated may read auth.users through it");
  }

  @Test
  void invokersViewShouldBeFoundWhenAccountsThemselvesAreOpen() {
    database.run(
        """
        grant select (email) on auth.users to authenticated;
        create view public.emails with (security_invoker = true) as select email from auth.users;
        grant select on public.emails to authenticated;
        """);

    database.mend("auth_users_exposed", "public.emails");
  }

  @Test
  void policyShouldBeFoundWhenItGoesByWhatUsersChange() {
    database.run(
        """
        create table public.rooms (id int primary key, user_metadata text);
        alter table public.rooms enable row level security;
        create policy "admins' door" on public.rooms for select
          using (((select auth.jwt()) -> 'user_metadata' ->> 'admin') = 'user_metadata is "text"');

        create policy insiders on public.rooms for insert with check (
          ((select auth.jwt()) -> 'app_metadata' ->> 'role') = 'x' and user_metadata = 'user_metadatas');
        create policy own on public.rooms for delete using (user_metadata = 'user_metadata');
        """);

    AuditFinding finding =
        database.mend("rls_references_user_metadata", "policy \"admins' door\" on public.rooms");

    assertThat(finding.detail()).contains("put the values into app_metadata first");
    assertThat(finding.remedy()).contains("'app_metadata'::text").doesNotContain("'user_metadata'");
  }

  @Test
  void policyShouldBeFoundWhenItReadsMetadataFromTheAccounts() {
    database.run(
        """
        create table public.rooms (id int primary key);
        alter table public.rooms enable row level security;
        create policy admins on public.rooms for update using (exists (select from auth.users u
          where u.id = (select auth.uid()) and u.raw_user_meta_data ->> 'admin' = 'yes'));
        """);

    assertThat(
            database.mend("rls_references_user_metadata", "policy admins on public.rooms").remedy())
        .contains("u.raw_app_meta_data");
  }

  @Test
  void foreignKeyShouldBeFoundWhenItNeedsAnotherColumnOfAuthThanTheKey() {
    database.run(
        """
        insert into auth.users values ('c56a4180-65aa-42ec-a945-5fd21dec0538', 'a@example.org');
        create table public.members (
          id int primary key, "E-mail" text constraint "by mail" references auth.users (email),
          account uuid references auth.users);
        insert into public.members values (1, 'a@example.org');
        """);

    database.mend("fkey_to_auth_unique", "constraint \"by mail\" on public.members");
  }

  @Test
  void tableShouldBeFoundWhenItShowsColumnsThatHoldSecrets() {
    database.run(
        """
        create table public.accounts (id int primary key, password_hash text, "apiKey" text, ssn text,
          token_count bigint, secretary text, certificate boolean, password_changed timestamptz);
        grant select (id, password_hash, "apiKey") on public.accounts to anon;

        create table public.meters (id int primary key, token_count bigint, secretary text,
          certificate boolean, otp date);
        grant select on public.meters to anon;
        create table public.keys (id int primary key, secret text);
        alter table public.keys enable row level security;
        grant select on public.keys to anon;
        """);

    assertThat(database.mend("sensitive_columns_exposed", "public.accounts").detail())
        .isEqualTo("anon may read \"apiKey\", password_hash of every row");
  }

  @Test
  void policyShouldBeFoundWhenItAsksTheCallerForEveryRow() {
    database.run(
        """
        create table public.posts (id int primary key, author uuid, team text);
        alter table public.posts enable row level security;
        grant select on public.posts to authenticated;
        insert into public.posts values
          (1, 'c56a4180-65aa-42ec-a945-5fd21dec0538', 'a'), (2, null, ')'), (3, null, 'c');
        create policy slow on public.posts for select using (author = auth.uid());

        create policy quick on public.posts for update
          using (author = (select coalesce(auth.uid(), (auth.jwt() ->> 'x')::uuid)))
          with check (team = (select nullif(current_setting('app.team', true), ''))
            and team <> 'auth.uid()' and id in (select p.id from public.posts p
              where p.author = (select auth.uid())));
        """);
    String who =
        "set local request.jwt.claims = '{\"sub\": \"c56a4180-65aa-42ec-a945-5fd21dec0538\"}';";

    AuditFinding finding = database.mend("auth_rls_initplan", "policy slow on public.posts");

    assertThat(finding.remedy()).contains("( SELECT auth.uid())");
    assertThat(finding.detail()).isEqualTo("it asks auth.uid() for every row");
    assertThat(seenBy(who, "authenticated", "public.posts")).isOne();
  }

  @Test
  void policyShouldBeMendedInEveryPlaceWhereItAsksTheCaller() {
    database.run(
        """
        create table public.posts (id int primary key, author uuid, team text);
        alter table public.posts enable row level security;
        create policy "it's slow" on public.posts using (author = (select auth.uid())
            or team = current_setting('app.(' || 'team', true)
            or id in (select p.id from public.posts p where p.author = auth.uid()))
          with check (author = auth.uid() and team <> 'auth.uid()');
        """);

    AuditFinding finding =
        database.mend("auth_rls_initplan", "policy \"it's slow\" on public.posts");

    assertThat(finding.remedy()).containsPattern("p.author = \\( SELECT auth.uid\\(\\)\\)");
    assertThat(database.strings("select polwithcheck is not null from pg_policy"))
        .containsExactly("t");
  }

  @Test
  void tableShouldBeFoundWhenPoliciesLetTheSameRoleDoTheSame() {
    database.run(
        """
        create table public.shelf (id int primary key, owner text, shared boolean);
        insert into public.shelf values
          (1, 'anon', false), (2, 'authenticated', false), (3, 'nobody', true), (4, 'nobody', false);
        alter table public.shelf enable row level security;
        grant select, insert, update, delete on public.shelf to anon, authenticated;
        create policy own on public.shelf using (owner = current_user);
        create policy "shared 'books'" on public.shelf for select to authenticated using (shared);

        create table public.desk (id int primary key);
        alter table public.desk enable row level security;
        create policy a on public.desk for select to anon using (id > 1);
        create policy b on public.desk for select to authenticated using (id > 2);
        create policy c on public.desk for insert to anon with check (id > 3);
        create policy d on public.desk as restrictive for select to anon using (id < 9);
        """);
    assertThat(seenBy("anon", "public.shelf")).isEqualTo(1);
    assertThat(seenBy("authenticated", "public.shelf")).isEqualTo(2);

    AuditFinding finding = database.mend("multiple_permissive_policies", "public.shelf");

    assertThat(finding.detail()).isEqualTo("select: own, \"shared 'books'\"");
    assertThat(seenBy("anon", "public.shelf")).isEqualTo(1);
    assertThat(seenBy("authenticated", "public.shelf")).isEqualTo(2);
    database.runAs("anon", "insert into public.shelf values (5, 'anon', false)");
    database.runAs("anon", "update public.shelf set id = 6 where id = 5");
    assertThatThrownBy(
            () -> database.runAs("anon", "update public.shelf set owner = 'x' where id = 6"))
        .hasMessageContaining("row-level security");
    assertThatThrownBy(
            () -> database.runAs("anon", "insert into public.shelf values (7, 'x', true)"))
        .hasMessageContaining("row-level security");
    database.runAs("authenticated", "delete from public.shelf");
    assertThat(database.strings("select id from public.shelf order by id"))
        .containsExactly("1", "3", "4", "6");
  }

  @Test
  void policiesShouldBeMergedAgainWhenOneIsAddedLater() {
    database.run(
        """
        create table public.shelf (id int primary key);
        alter table public.shelf enable row level security;
        create policy a on public.shelf for select using (id = 1);
        create policy b on public.shelf for select using (id = 2);
        """);
    database.mend("multiple_permissive_policies", "public.shelf");
    database.run("create policy c on public.shelf for select to anon using (id = 3)");

    database.mend("multiple_permissive_policies", "public.shelf");

    assertThat(database.strings("select polname from pg_policy"))
        .containsExactly("merged select 2");
  }

  @Test
  void indexShouldBeFoundWhenAnotherDoesTheSame() {
    database.run(
        """
        create table public.books (id int primary key, title text unique, year int, pages int);
        create index by_year on public.books (year);
        create index "by year, again" on public.books (year);

        create index by_year_down on public.books (year desc);
        create index by_year_and_pages on public.books (year, pages);
        create index by_late_year on public.books (year) where year > 2000;
        create index by_year_hash on public.books using hash (year);
        """);

    AuditFinding finding = database.mend("duplicate_index", "index public.\"by year, again\"");

    assertThat(finding.detail()).isEqualTo("public.by_year does the same for public.books");
  }

  @Test
  void indexShouldBeFoundRatherThanTheConstraintThatReferencesNeed() {
    database.run(
        """
        create table public.books (id int, title text not null);
        create index plain on public.books (title);
        create unique index first on public.books (title);
        alter table public.books add constraint named unique (title);
        create table public.loans (id int primary key, title text references public.books (title));
        """);

    assertThat(database.findings("duplicate_index"))
        .extracting(AuditFinding::remedy)
        .containsExactly(
            "alter table public.books drop constraint named;", "drop index public.plain;");
    database.findings("duplicate_index").forEach(finding -> database.run(finding.remedy()));
    assertThat(database.findings("duplicate_index")).isEmpty();
  }

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
  void materializedViewShouldBeFoundWhenCallersMayReadIt() {
    database.run(
        """
        create materialized view public.totals as select 1 as n;
        grant select on public.totals to public;
        grant select (n) on public.totals to anon;

        create materialized view public.closed as select 1 as n;
        create view public.plain as select 1 as n;
        grant select on public.plain to anon;
        """);

    database.mend("materialized_view_in_api", "public.totals");

    assertThat(
            database.strings(
                "select has_table_privilege('service_role', 'public.totals', 'select')"))
        .containsExactly("t");
  }

  @Test
  void policyShouldBeFoundWhenItLetsCallersInsertAnything() {
    policyShouldBeMended(
        "for insert to anon with check (true)", "drop policy \"p 1\" on public.wall;");
  }

  @Test
  void policyShouldBeFoundWhenItLetsCallersDeleteAnything() {
    policyShouldBeMended("for delete using ((1 = 1))", "drop policy \"p 1\" on public.wall;");
  }

  @Test
  void policyShouldBeFoundWhenItLetsCallersUpdateAnything() {
    policyShouldBeMended(
        "for update to authenticated using ('a' = 'a')", "drop policy \"p 1\" on public.wall;");
  }

  @Test
  void policyShouldBeFoundWhenItLetsCallersHandRowsToOthers() {
    policyShouldBeMended(
        "for update using (owner = 'me') with check (true)",
        "alter policy \"p 1\" on public.wall with check ((owner = 'me'::text));");
  }

  @Test
  void policyShouldBeFoundWhenItLetsCallersTakeRowsOfOthers() {
    policyShouldBeMended(
        "for all using (true or owner = 'me') with check (owner = 'me')",
        "alter policy \"p 1\" on public.wall using ((owner = 'me'::text));");
  }

  @Test
  void policyShouldLeaveReadingOpenWhenItLetCallersDoAnything() {
    policyShouldBeMended(
        "to anon, authenticated using (true) with check (true)",
        "create policy \"p 1 select\" on public.wall for select to anon, authenticated using (true);"
            + " drop policy \"p 1\" on public.wall;");

    assertThat(seenBy("anon", "public.wall")).isOne();
  }

  /** Plants a policy that is always true beside those that are not, or that do no harm. */
  private void policyShouldBeMended(String policy, String remedy) {
    database.run(
        """
        create role clerk;
        create table public.wall (id int primary key, owner text);
        insert into public.wall values (1, 'you');
        alter table public.wall enable row level security;
        grant all on public.wall to anon, authenticated;

        create table public.well (id int primary key, owner text);
        alter table public.well enable row level security;
        create policy readers on public.well for select using (true);
        create policy owners on public.well for update using (owner = 'true') with check (id > 1 or true = (owner = 'me'));
        create policy clerks on public.well for delete to clerk using (true);
        create policy nobody on public.well for insert;
        create policy idle on public.well as restrictive for update using (true) with check (true);

        create table public.gate (id int primary key, owner text);
        alter table public.gate enable row level security;
        create policy wide on public.gate for insert to anon with check (true);
        create policy narrow on public.gate as restrictive for insert to anon with check (owner = 'me');
        """);
    try {
      database.run("create policy \"p 1\" on public.wall " + policy);

      AuditFinding finding =
          database.mend("rls_policy_always_true", "policy \"p 1\" on public.wall");

      assertThat(finding.remedy()).isEqualTo(remedy);
    } finally {
      database.run("drop table public.well; drop role clerk");
    }
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

    assertThat(seenBy("authenticated", "public.rooms")).isOne();
    assertThatThrownBy(() -> database.runAs("authenticated", "select private.is_member(1)"))
        .hasMessageContaining("permission denied for schema private");
  }

  @Test
  void foreignKeyShouldBeFoundWhenNoIndexBeginsWithIt() {
    database.run(
        """
        create table public.parent (a int, b int, primary key (a, b));
        create table public.child (id int primary key, "A" int, b int, other int,
          constraint "of parent" foreign key ("A", b) references public.parent);
        create index on public.child ("A", other, b);

        create table public.indexed (id int primary key, a int, b int, c int,
          foreign key (a, b) references public.parent);
        create index on public.indexed (b, a, c);
        create table public.node (id int primary key, up int references public.node);
        create index on public.node (up) where up is not null;
        """);

    database.mend("unindexed_foreign_keys", "constraint \"of parent\" on public.child");
  }

  @Test
  void foreignKeyShouldBeFoundWhenItsIndexHoldsSomeRowsOnly() {
    database.run(
        """
        create table public.node (id int primary key, up int references public.node);
        create index on public.node (up) where id > 3;
        """);

    database.mend("unindexed_foreign_keys", "constraint node_up_fkey on public.node");
  }

  @Test
  void tableShouldBeFoundWhenItHasNoPrimaryKey() {
    database.run(
        """
        create table public.log (id int, line text);
        insert into public.log values (1, 'a'), (1, 'a');

        create table public.keyed (id int primary key);
        create view public.view as select 1 as one;
        create table public.parts (id int primary key) partition by range (id);
        create table public.part partition of public.parts for values from (1) to (9);
        """);

    assertThat(database.mend("no_primary_key", "public.log").remedy())
        .contains("add column row_id bigint generated always as identity primary key");
  }

  @Test
  void uniqueIndexShouldBecomeThePrimaryKeyWhenThereIsOne() {
    database.run(
        """
        create table public.log (code int not null, line text, day date not null);
        create unique index by_code on public.log (code, day);
        create unique index by_line on public.log (line);
        create unique index by_half on public.log (day) where code > 1;
        """);

    assertThat(database.mend("no_primary_key", "public.log").remedy())
        .isEqualTo("alter table public.log add primary key using index by_code;");
  }

  @Test
  void uniqueConstraintShouldBecomeThePrimaryKeyWhenThereIsOne() {
    database.run("create table public.log (\"Code\" int not null constraint once unique)");

    database.mend("no_primary_key", "public.log");

    assertThat(database.audit().findings()).isEmpty();
  }

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

  private int seenBy(String role, String relation) {
    return seenBy("", role, relation);
  }

  private int seenBy(String before, String role, String relation) {
    database.runAs(
        role,
        before
            + "select set_config('audit.seen', (select count(*) from "
            + relation
            + ")::text, true);"
            + "reset role; create table if not exists auth.seen (n int);"
            + "insert into auth.seen select current_setting('audit.seen')::int");
    return Integer.parseInt(database.strings("delete from auth.seen returning n").get(0));
  }
}
