package io.creatoros.postgres;

import java.util.List;
import java.util.Optional;

/**
 * A table of the mirror, for copying it out and in.
 *
 * @param schema its schema
 * @param name its name
 * @param columns the columns that hold what cannot be computed from others
 * @param ours which of its rows, {@code t}, are the mirror's; empty when all are
 * @param shared whether others may refer to the mirror's rows, which then must stay
 */
record MirrorTable(
    String schema, String name, List<String> columns, Optional<String> ours, boolean shared) {

  MirrorTable {
    columns = List.copyOf(columns);
  }

  /** Its name in SQL. */
  String quoted() {
    return schema + '.' + quoted(name);
  }

  /** The name of the table that its rows wait in while a backup is restored. */
  String waiting() {
    return "pg_temp." + quoted("restored_" + name);
  }

  String copyOut() {
    return "copy (select "
        + list(columns)
        + " from "
        + quoted()
        + " t"
        + where()
        + ") to stdout (format binary)";
  }

  static String copyIn(String target, List<String> columns) {
    return "copy " + target + " (" + list(columns) + ") from stdin (format binary)";
  }

  String lock() {
    return "lock table " + quoted() + " in exclusive mode";
  }

  String holdsRows() {
    return "select exists (select from " + quoted() + " t" + where() + ")";
  }

  String delete() {
    return "delete from " + quoted() + " t" + where();
  }

  String createWaiting() {
    return "create temporary table "
        + quoted("restored_" + name)
        + " on commit drop as select * from "
        + quoted()
        + " with no data";
  }

  /** Brings the waiting rows in; those that are there under the same key stay as they are. */
  String takeWaiting(List<String> restored) {
    return "insert into "
        + quoted()
        + " ("
        + list(restored)
        + ") select "
        + list(restored)
        + " from "
        + waiting()
        + (shared ? " on conflict do nothing" : "");
  }

  /** An identifier in SQL. */
  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private static String list(List<String> columns) {
    return String.join(", ", columns.stream().map(MirrorTable::quoted).toList());
  }

  private String where() {
    return ours.map(condition -> " where " + condition).orElse("");
  }
}
