package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.AuditFinding;
import io.creatoros.migrations.AuditRule;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tables that more can be seen of than was meant. */
final class TableAuditTest {
  @AutoClose private final AuditedDatabase database = AuditedDatabase.supabaseLike();

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

    assertThat(database.seenBy("anon", "public.vault")).isZero();
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
}
