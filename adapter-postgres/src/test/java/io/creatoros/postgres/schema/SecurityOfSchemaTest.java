package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.AuditFinding;
import io.creatoros.migrations.AuditRule;
import io.creatoros.migrations.SecurityAudit;
import io.creatoros.postgres.testkit.SupabaseLike;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit of what the migrations make. */
final class SecurityOfSchemaTest {

  @Test
  void migratedSchemaShouldHaveNoFault() throws SQLException {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      assertThat(findings(database)).isEmpty();
    }
  }

  @Test
  void migratedSchemaShouldHaveNoFaultWhereCallersAreGrantedEverythingByDefault()
      throws SQLException {
    try (SchemaDatabase database = SchemaDatabase.of(SupabaseLike.migrated())) {
      assertThat(findings(database)).isEmpty();
      assertThat(findings(database, "public", "creatoros")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pieces_by_title", "projects_by_slug"})
  void migratedSchemaShouldNeedNoMendWhereTablesOfAnOlderModelWereThere(String model)
      throws SQLException {
    try (SchemaDatabase database = SchemaDatabase.older(model)) {
      database.migrate();

      assertThat(findings(database))
          .filteredOn(finding -> finding.rule().severity() != AuditRule.Severity.INFO)
          .isEmpty();
    }
  }

  @Test
  void auditShouldDoWithoutTheRolesAndAccountsOfSupabase() {
    AuditedDatabase database = AuditedDatabase.plain();
    database.run(
        """
        create table public.prices (id int primary key, secret text);
        grant select on public.prices to public;
        create view public.cheap as select id from public.prices;
        grant select on public.cheap to public;
        create materialized view public.sums as select 1 as n;
        grant select on public.sums to public;
        create function public.purge() returns int
          language sql security definer set search_path = '' as 'select 1';
        """);

    assertThat(database.audit().findings())
        .extracting(finding -> finding.rule().name() + " " + finding.object())
        .containsExactly(
            "security_definer_view public.cheap",
            "rls_disabled_in_public public.prices",
            "sensitive_columns_exposed public.prices",
            "materialized_view_in_api public.sums");
    database.audit().findings().forEach(finding -> database.run(finding.remedy()));
    assertThat(database.audit().findings())
        .extracting(finding -> finding.rule().name())
        .containsExactly("rls_enabled_no_policy");
  }

  private static List<AuditFinding> findings(SchemaDatabase database, String... exposed)
      throws SQLException {
    return SecurityAudit.of(database.dataSource(), List.of(exposed)).findings();
  }
}
