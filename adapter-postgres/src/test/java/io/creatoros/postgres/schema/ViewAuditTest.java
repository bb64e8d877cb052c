package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.AuditFinding;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Views that show what policies would hide. */
final class ViewAuditTest {
  @AutoClose private final AuditedDatabase database = AuditedDatabase.supabaseLike();

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
    assertThat(database.seenBy("anon", "public.\"all notes\"")).isOne();

    database.mend("security_definer_view", "public.\"all notes\"");

    assertThat(database.seenBy("anon", "public.\"all notes\"")).isZero();
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
}
