package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityAuditCommandTest {
  private final TestDatabase database = Databases.migrated();
  private Machine machine;

  @BeforeEach
  void workspace(@TempDir Path folder) {
    machine = new Machine(folder).with("DATABASE_URL", Databases.url(database));
    machine.run("init");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void auditShouldFindNothingInTheMirrorsSchema() {
    Machine.Ran ran = machine.run("security", "audit", "--strict");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("nothing found by 19 rules at ")
        .contains("; schemas that an API serves: public");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void auditShouldNameTheFaultAndWhatMendsIt() throws SQLException {
    plant("create table public.notes (id int primary key); grant select on public.notes to public");

    Machine.Ran ran = machine.run("security", "audit");

    assertThat(ran.code()).isEqualTo(16);
    assertThat(ran.out())
        .contains(
            "error: rls_disabled_in_public. A table",
            "  public.notes: everybody may select, and row level security is off",
            "    alter table public.notes enable row level security;",
            "1 error, 0 warnings, 0 notes at ",
            "next: creatoros security audit --sql > mend.sql");
  }

  @Test
  void auditShouldExitWith16ForNotesWhenTheyCount() throws SQLException {
    plant("create table public.log (line text)");

    assertThat(machine.run("security", "audit").code()).isZero();
    assertThat(machine.run("security", "audit", "--strict").code()).isEqualTo(16);
  }

  @Test
  void auditShouldLookAtTheSchemasThatAreNamed() throws SQLException {
    plant(
        "create schema api; create table api.log (line text); create table public.log (line text)");

    Machine.Ran named = machine.run("security", "audit", "--schema", "api");
    Machine.Ran both = machine.run("security", "audit", "--schema", "api,public");

    assertThat(named.out()).contains("  api.log: ").doesNotContain("public.log");
    assertThat(both.out()).contains("  api.log: ", "  public.log: ");
  }

  @Test
  void auditShouldSayWhichSchemaIsNotThere() {
    Machine.Ran ran = machine.run("security", "audit", "--schema", "pubic");

    assertThat(ran.code()).isEqualTo(22);
    assertThat(ran.err()).contains("there is no schema \"pubic\"", "next: see which there are");
  }

  @Test
  void statementsShouldMendEverythingWhenTheyAreRunAsPrinted() throws SQLException {
    plant(
        """
        create table public."two
        lines; drop table public.kept" (secret text);
        create table public.kept (id int, owner uuid, unique (id));
        grant all on public."two
        lines; drop table public.kept", public.kept to public;
        alter table public.kept enable row level security;
        create policy wide on public.kept using (exists (select from public.kept k where k.id = 1))
          with check (true);
        create view public.all_of_it as select * from public.kept;
        grant select on public.all_of_it to public;
        """);

    for (int round = 1; machine.run("security", "audit", "--strict").code() != 0; round++) {
      assertThat(round).isLessThan(4);
      Machine.Ran printed = machine.run("security", "audit", "--sql");
      assertThat(printed.out()).contains("-- ").doesNotContain("next:");
      plant(printed.out());
    }

    plant("select from public.kept");
  }

  @Test
  void statementShouldWaitWhenAnotherWritesTheSamePolicy() throws SQLException {
    plant(
        """
        create table public.kept (id int primary key, owner text);
        alter table public.kept enable row level security;
        create policy own on public.kept
          using (owner = current_setting('app.user', true)) with check (true)
        """);

    assertThat(machine.run("security", "audit").out())
        .contains("    mend rls_policy_always_true first, then ask again");
    assertThat(machine.run("security", "audit", "--sql").out())
        .contains("-- auth_rls_initplan: policy own on public.kept: run this, then ask again")
        .doesNotContain("( SELECT current_setting");
  }

  @Test
  void statementShouldBeLeftOutWhenItCannotBePrintedAsItIs() throws SQLException {
    plant("create table public.\"bell\u0007\" (line text)");

    Machine.Ran printed = machine.run("security", "audit", "--sql");

    assertThat(printed.out())
        .contains("-- no_primary_key: public.\"bell\\u0007\": has control characters, see --json")
        .doesNotContain("alter table");
  }

  @Test
  void auditShouldWarnWhenAnApiServesTheMirrorsOwnSchema() {
    Machine.Ran ran = machine.run("security", "audit", "--schema", "creatoros");

    assertThat(ran.err()).contains("no API should serve the schema creatoros");
  }

  private void plant(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
