package io.creatoros.postgres;

import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;

/** Databases with the schema, copied from one that was migrated once. */
final class MigratedDatabase {
  private static final TestDatabase TEMPLATE = migrate(TestPostgres.freshDatabase());

  private MigratedDatabase() {}

  static TestDatabase fresh() {
    return TestPostgres.copyOf(TEMPLATE);
  }

  static PostgresConfig config(TestDatabase database) {
    return config(database, database.jdbcUrl());
  }

  static PostgresConfig config(TestDatabase database, String url) {
    return PostgresConfig.of(url).withCredentials(database.user(), database.password());
  }

  /** Makes an empty database such a one. */
  static TestDatabase migrate(TestDatabase database) {
    PostgresSchema.migrate(config(database));
    return database;
  }
}
