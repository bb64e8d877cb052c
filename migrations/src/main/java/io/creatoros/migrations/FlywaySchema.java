package io.creatoros.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** The migrations as Flyway runs them. */
final class FlywaySchema {
  private static final String SCHEMA = "creatoros";
  private static final String HISTORY = "flyway_schema_history";

  private final DataSource database;

  FlywaySchema(DataSource database) {
    this.database = database;
  }

  List<String> migrate(List<String> recorded) throws SQLException {
    try {
      takeOver(recorded);
      return flyway("0").migrate().migrations.stream().map(m -> m.version).toList();
    } catch (FlywayException e) {
      throw failure(e);
    }
  }

  /** Starts the history where another tool has brought the schema. */
  private void takeOver(List<String> recorded) throws SQLException {
    if (recorded.isEmpty()) {
      return;
    }
    String newest = recorded.get(recorded.size() - 1);
    Optional<String> known =
        Optional.ofNullable(flyway("0").info().current()).map(FlywaySchema::versionOf);
    if (known.isEmpty() || known.get().compareTo(newest) < 0) {
      dropHistory();
      flyway(newest).baseline();
    }
  }

  private void dropHistory() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists " + SCHEMA + "." + HISTORY);
    }
  }

  private Flyway flyway(String baseline) {
    FluentConfiguration configuration =
        Flyway.configure(FlywaySchema.class.getClassLoader())
            .sqlMigrationPrefix("")
            .sqlMigrationSeparator("_")
            .dataSource(database)
            .locations("classpath:" + Migrations.LOCATION)
            .schemas(SCHEMA)
            .defaultSchema(SCHEMA)
            .table(HISTORY)
            .baselineVersion(baseline)
            .failOnMissingLocations(true)
            .cleanDisabled(true);
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(true);
    return configuration.load();
  }

  private static String versionOf(MigrationInfo migration) {
    return migration.getVersion() == null ? "" : migration.getVersion().getVersion();
  }

  private static MigrationException failure(FlywayException e) throws SQLException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        throw sql;
      }
    }
    return new MigrationException("cannot migrate: " + e.getMessage(), e);
  }
}
