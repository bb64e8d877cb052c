package io.creatoros.migrations;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Looks through a database's catalogues for the faults that {@link AuditRule} names: in the schemas
 * that an API serves, and in the mirror's own schema, which none should. Reads no row of a table
 * and changes nothing. What is not there, such as the roles and schemas of Supabase, is not missed.
 */
public final class SecurityAudit {
  /** Where the queries of the rules lie, each in a file of the rule's name. */
  static final String LOCATION = "/db/audit/";

  /** The SQLSTATE of a schema that does not exist. */
  public static final String NO_SUCH_SCHEMA = "3F000";

  private SecurityAudit() {}

  /**
   * What is wrong at one instant.
   *
   * @param exposed the schemas that an API serves; if empty, those that PostgREST's settings in the
   *     database name, else {@code public}
   * @throws SQLException if the database cannot be reached or does not let us ask; with {@link
   *     #NO_SUCH_SCHEMA} if one of the schemas is not there
   */
  public static AuditReport of(DataSource database, List<String> exposed) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction isolation level repeatable read, read only");
        statement.execute("set local search_path = ''");
        // The queries' common parts have no statistics: of many policies and tables each would be
        // compared with each.
        statement.execute("set local enable_nestloop = off");
        List<String> schemas =
            exposed.isEmpty() ? exposed(statement) : existing(connection, exposed);
        set(connection, schemas);
        return new AuditReport(schemas, findings(statement));
      } finally {
        connection.rollback();
      }
    }
  }

  private static List<String> exposed(Statement statement) throws SQLException {
    List<String> schemas = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(Resource.text(LOCATION + "exposed.sql"))) {
      while (rows.next()) {
        schemas.add(rows.getString(1));
      }
    }
    return schemas;
  }

  private static List<String> existing(Connection connection, List<String> schemas)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select from pg_catalog.pg_namespace where nspname = ?")) {
      for (String schema : schemas) {
        query.setString(1, schema);
        try (ResultSet rows = query.executeQuery()) {
          if (!rows.next()) {
            throw new SQLException("there is no schema \"" + schema + "\"", NO_SUCH_SCHEMA);
          }
        }
      }
    }
    return List.copyOf(new TreeSet<>(schemas));
  }

  private static void set(Connection connection, List<String> schemas) throws SQLException {
    try (PreparedStatement setting =
        connection.prepareStatement(
            "select set_config('creatoros.exposed_schemas', cast(? as text[])::text, true)")) {
      Array array = connection.createArrayOf("text", schemas.toArray());
      setting.setArray(1, array);
      setting.execute();
    }
  }

  private static List<AuditFinding> findings(Statement statement) throws SQLException {
    String common = Resource.text(LOCATION + "common.sql");
    List<AuditFinding> findings = new ArrayList<>();
    for (AuditRule rule : AuditRule.all()) {
      String query =
          common
              + "select object, detail, remedy from (\n"
              + Resource.text(LOCATION + rule.name() + ".sql")
              + ") as finding order by object collate \"C\"";
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          findings.add(
              new AuditFinding(rule, rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
    }
    return findings;
  }
}
