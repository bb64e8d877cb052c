package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.AuditFinding;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Keys and indexes that are missing, in the way, or there twice. */
final class KeyAuditTest {
  @AutoClose private final AuditedDatabase database = AuditedDatabase.supabaseLike();

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
}
