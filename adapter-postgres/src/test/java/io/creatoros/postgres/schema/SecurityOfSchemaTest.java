package io.creatoros.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.migrations.SecurityAudit;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit of what the migrations make. */
final class SecurityOfSchemaTest {

  @Test
  void migratedSchemaShouldHaveNoFault() throws SQLException {
    try (SchemaDatabase database = SchemaDatabase.migrated()) {
      assertThat(SecurityAudit.of(database.dataSource(), List.of()).findings()).isEmpty();
    }
  }

  @Test
  void migratedSchemaShouldHaveNoFaultWhereCallersAreGrantedEverythingByDefault()
      throws SQLException {
    try (AuditedDatabase database = new AuditedDatabase()) {
      database.run(
          """
          alter default privileges in schema public
            grant all on tables to anon, authenticated, service_role;
          alter default privileges in schema public
            grant all on functions to anon, authenticated, service_role;
          alter default privileges in schema public
            grant all on sequences to anon, authenticated, service_role;
          """);

      database.migrate();

      assertThat(database.audit().findings()).isEmpty();
      assertThat(database.audit("public", "creatoros").findings()).isEmpty();
    }
  }
}
