package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.migrations.AuditFinding;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Policies that let too much through, or cost too much. */
final class PolicyAuditTest {
  @AutoClose private final AuditedDatabase database = AuditedDatabase.supabaseLike();

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
    assertThat(database.seenBy(who, "authenticated", "public.posts")).isOne();
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
    assertThat(database.seenBy("anon", "public.shelf")).isEqualTo(1);
    assertThat(database.seenBy("authenticated", "public.shelf")).isEqualTo(2);

    AuditFinding finding = database.mend("multiple_permissive_policies", "public.shelf");

    assertThat(finding.detail()).isEqualTo("select: own, \"shared 'books'\"");
    assertThat(database.seenBy("anon", "public.shelf")).isEqualTo(1);
    assertThat(database.seenBy("authenticated", "public.shelf")).isEqualTo(2);
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

    assertThat(database.seenBy("anon", "public.wall")).isOne();
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
}
