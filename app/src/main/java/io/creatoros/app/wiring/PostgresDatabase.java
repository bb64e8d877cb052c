package io.creatoros.app.wiring;

import io.creatoros.app.session.Database;
import io.creatoros.core.finding.Severity;
import io.creatoros.migrations.AuditReport;
import io.creatoros.migrations.AuditRule;
import io.creatoros.migrations.SchemaState;
import io.creatoros.migrations.SchemaStatus;
import io.creatoros.postgres.PostgresBackup;
import io.creatoros.postgres.PostgresClient;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresQuery;
import io.creatoros.postgres.PostgresSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The upkeep of a PostgreSQL database. */
final class PostgresDatabase implements Database {

  private final PostgresConfig config;

  PostgresDatabase(PostgresConfig config) {
    this.config = config;
  }

  @Override
  public String server() {
    return config.server();
  }

  @Override
  public String url(boolean withPassword) {
    return PostgresClient.url(config, withPassword);
  }

  @Override
  public Map<String, String> clientVariables() {
    return PostgresClient.variables(config);
  }

  @Override
  public Schema schema() {
    SchemaStatus status = PostgresSchema.status(config);
    return new Schema(name(status.state()), status.applied(), status.pending(), status.expected());
  }

  @Override
  public List<String> migrate() {
    return PostgresSchema.migrate(config);
  }

  @Override
  public List<SchemaDifference> checkSchema() {
    return PostgresSchema.differences(config).stream()
        .map(found -> new SchemaDifference(found.kind(), found.name(), found.inWords()))
        .toList();
  }

  @Override
  public Audit audit(List<String> exposed) {
    AuditReport report = PostgresSchema.audit(config, exposed);
    return new Audit(
        AuditRule.all().size(),
        report.exposed(),
        report.findings().stream()
            .map(
                found ->
                    new AuditFinding(
                        found.rule().name(),
                        Severity.valueOf(found.rule().severity().name()),
                        found.rule().category().lower(),
                        found.rule().meaning(),
                        found.object(),
                        found.detail(),
                        found.remedy(),
                        report.before(found).map(first -> first.rule().name())))
            .toList());
  }

  @Override
  public Rows query(String sql, int limit) {
    PostgresQuery result = PostgresQuery.run(config, sql, limit);
    return new Rows(result.columns(), result.rows(), result.affected(), result.more());
  }

  @Override
  public Copied backup(Path file) {
    return copied(PostgresBackup.write(config, file));
  }

  @Override
  public Copied restore(Path file, boolean replace) {
    return copied(PostgresBackup.restore(config, file, replace));
  }

  private static Copied copied(PostgresBackup backup) {
    return new Copied(backup.version(), backup.identity(), backup.rows(), backup.bytes());
  }

  private static String name(SchemaState state) {
    return state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }
}
