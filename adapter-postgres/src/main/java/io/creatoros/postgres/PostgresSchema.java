package io.creatoros.postgres;

import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.migrations.AuditReport;
import io.creatoros.migrations.MigrationException;
import io.creatoros.migrations.Migrations;
import io.creatoros.migrations.SchemaCheck;
import io.creatoros.migrations.SchemaDifference;
import io.creatoros.migrations.SchemaState;
import io.creatoros.migrations.SchemaStatus;
import io.creatoros.migrations.SecurityAudit;
import java.sql.SQLException;
import java.util.List;

/** Brings a database to the schema that the mirror needs, and tells where it stands. */
public final class PostgresSchema {

  private PostgresSchema() {}

  /**
   * Applies what is pending; safe to repeat and to call by several processes at once.
   *
   * @return the versions applied, ordered; empty when there was nothing to do
   * @throws StorageException if the database cannot be reached, does not let us, or is newer
   */
  public static List<String> migrate(PostgresConfig config) {
    SqlErrors errors = new SqlErrors(config.server());
    try {
      return Migrations.migrate(Database.driver(config));
    } catch (SQLException e) {
      throw errors.translate("migrate", e);
    } catch (MigrationException e) {
      throw errors.schema(
          String.valueOf(e.getMessage()), "see what is applied with: creatoros migrate --status");
    }
  }

  /**
   * What is applied and what is pending; changes nothing.
   *
   * @throws StorageException if the database cannot be reached or does not let us ask
   */
  public static SchemaStatus status(PostgresConfig config) {
    try {
      return Migrations.status(Database.driver(config));
    } catch (SQLException e) {
      throw new SqlErrors(config.server()).translate("tell its schema version", e);
    }
  }

  /**
   * What of the schema is missing or different, ordered as the schema is; empty when it is as this
   * version makes it. Changes nothing.
   *
   * @throws StorageException if the database cannot be reached or does not let us ask
   */
  public static List<SchemaDifference> differences(PostgresConfig config) {
    try {
      return SchemaCheck.differences(Database.driver(config));
    } catch (SQLException e) {
      throw new SqlErrors(config.server()).translate("check its schema", e);
    }
  }

  /**
   * What is wrong with the security of schemas: those that an API serves, and the mirror's own.
   * Changes nothing.
   *
   * @param exposed the schemas that an API serves; if empty, those that the database names itself
   * @throws StorageSchemaException if one of the schemas is not there
   * @throws StorageException if the database cannot be reached or does not let us ask
   */
  public static AuditReport audit(PostgresConfig config, List<String> exposed) {
    SqlErrors errors = new SqlErrors(config.server());
    try {
      return SecurityAudit.of(Database.driver(config), exposed);
    } catch (SQLException e) {
      if (SecurityAudit.NO_SUCH_SCHEMA.equals(e.getSQLState())) {
        throw errors.schema(
            String.valueOf(e.getMessage()),
            "see which there are with: creatoros db query"
                + " \"select nspname from pg_namespace order by nspname\"");
      }
      throw errors.translate("audit its schemas", e);
    }
  }

  /** Row-level security shows the versions to members of a role, and nothing to others. */
  private static void requireSight(Database database) {
    boolean hidden =
        database.call(
            "look for its schema",
            handle ->
                handle
                    .createQuery(
                        "select coalesce(row_security_active("
                            + "to_regclass('creatoros.schema_version')), false)")
                    .mapTo(Boolean.class)
                    .one());
    if (hidden) {
      throw database
          .errors()
          .permission(
              "the schema is there, and this login is not in the role creatoros_writer",
              "let an administrator run: grant creatoros_writer to the login, and then:"
                  + " creatoros members add --database-role LOGIN --role editor");
    }
  }

  /**
   * @throws StorageSchemaException unless the schema is the expected one
   */
  static void require(Database database) {
    SchemaState state =
        database.call(
            "tell its schema version", handle -> Migrations.check(handle.getConnection()));
    if (state instanceof SchemaState.Missing) {
      requireSight(database);
      throw database.errors().schema("the mirror's schema is not there", "creatoros migrate");
    }
    if (state instanceof SchemaState.Older older) {
      throw database
          .errors()
          .schema(
              "the schema is at version "
                  + older.version()
                  + ", older than the "
                  + Migrations.expected()
                  + " needed here",
              "creatoros migrate");
    }
    if (state instanceof SchemaState.Newer newer) {
      throw database
          .errors()
          .schema(
              "the schema is at version "
                  + newer.version()
                  + ", newer than the "
                  + Migrations.expected()
                  + " known here",
              "upgrade creatoros to the version that migrated the database");
    }
  }
}
