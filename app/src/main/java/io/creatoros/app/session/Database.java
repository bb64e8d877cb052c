package io.creatoros.app.session;

import io.creatoros.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database behind the mirror, for its upkeep. */
public interface Database {

  /** Host, port and database, for people. */
  String server();

  /**
   * The URL for clients.
   *
   * @param withPassword whether it holds the password
   */
  String url(boolean withPassword);

  /** The variables by which PostgreSQL's own programs reach it; one holds the password. */
  Map<String, String> clientVariables();

  /** How its schema stands. */
  Schema schema();

  /**
   * Brings the schema up to date.
   *
   * @return the versions applied, ordered; empty when there was nothing to do
   */
  List<String> migrate();

  /**
   * What is missing or different in the schema, ordered; empty when it is as this program makes it.
   */
  List<SchemaDifference> checkSchema();

  /**
   * What is wrong with the security of schemas: those that an API serves, and the mirror's own.
   *
   * @param exposed the schemas that an API serves; if empty, those that the database names itself
   */
  Audit audit(List<String> exposed);

  /**
   * Runs one statement. An edit of the mirror's tables is recorded as one by hand.
   *
   * @param limit the most rows to return
   */
  Rows query(String sql, int limit);

  /** Writes the whole mirror into a file, replacing it; all projects, at one instant. */
  Copied backup(Path file);

  /**
   * Reads a backup into the mirror, which then has the identity of the one backed up. All or
   * nothing.
   *
   * @param replace whether to drop what the mirror holds; otherwise it has to be empty
   */
  Copied restore(Path file, boolean replace);

  /**
   * How a schema stands.
   *
   * @param state {@code CURRENT}, {@code MISSING}, {@code OLDER} or {@code NEWER}
   * @param applied the versions applied
   * @param pending the versions still to apply
   * @param expected the newest version that this program knows
   */
  record Schema(String state, List<String> applied, List<String> pending, String expected) {
    public Schema {
      applied = List.copyOf(applied);
      pending = List.copyOf(pending);
    }
  }

  /**
   * A part of the schema that is not as it should be.
   *
   * @param kind what it is, such as {@code column}
   * @param name its name
   * @param difference what is wrong with it, in words
   */
  record SchemaDifference(String kind, String name, String difference) {}

  /**
   * What an audit found.
   *
   * @param rules how many rules were asked
   * @param exposed the schemas taken for those that an API serves, ordered
   * @param findings the faults, the gravest first
   */
  record Audit(int rules, List<String> exposed, List<AuditFinding> findings) {
    public Audit {
      exposed = List.copyOf(exposed);
      findings = List.copyOf(findings);
    }
  }

  /**
   * A fault in a schema.
   *
   * @param rule the name of the rule that finds it
   * @param severity how much it matters
   * @param category {@code security} or {@code performance}
   * @param meaning what the rule finds and why it matters, one sentence
   * @param object where it is
   * @param detail what is wrong there, in words
   * @param remedy the SQL that mends it
   * @param before the fault to mend first, before the audit is asked again and its remedy is right;
   *     empty if it can be run with the others
   */
  record AuditFinding(
      String rule,
      Severity severity,
      String category,
      String meaning,
      String object,
      String detail,
      String remedy,
      Optional<String> before) {}

  /**
   * What a statement returned.
   *
   * @param columns the names of the columns; empty when it returns no rows
   * @param rows the values as text; absent ones are empty
   * @param affected how many rows it changed; -1 when it returns rows
   * @param more whether there were more rows than asked for
   */
  record Rows(
      List<String> columns, List<List<Optional<String>>> rows, long affected, boolean more) {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * What was backed up or restored.
   *
   * @param version the schema's version
   * @param identity the mirror's identity
   * @param rows how many rows each table has, by table
   * @param bytes the size of the file
   */
  record Copied(String version, String identity, Map<String, Long> rows, long bytes) {}
}
