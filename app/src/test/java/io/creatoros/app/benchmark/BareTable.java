package io.creatoros.app.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A table of the mirror that baselines write to, as a copy of their own in the schema {@code bare}:
 * indexes, checks and storage are those of the mirror's.
 *
 * @param name the mirror's table
 * @param key what is unique within a course; empty for one row a course
 * @param rows what a row is of
 */
record BareTable(String name, String key, Rows rows) {

  static final List<BareTable> ALL =
      List.of(
          new BareTable("creatoros.contents", "sha256, part", Rows.CONTENTS),
          new BareTable("creatoros.files", "path", Rows.FILES),
          new BareTable("creatoros.courses", "", Rows.COURSE),
          new BareTable("public.content_pieces", "", Rows.COURSE),
          new BareTable("public.course_metadata", "", Rows.COURSE),
          new BareTable("public.course_lessons", "file_path", Rows.FILES));

  /** Those with rows of each file. */
  static final List<BareTable> OF_FILES =
      ALL.stream().filter(table -> table.rows() != Rows.COURSE).toList();

  /** What a row is of. */
  enum Rows {
    COURSE,
    FILES,
    CONTENTS
  }

  /** Makes all copies. */
  static void createAll(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema bare");
      for (BareTable table : ALL) {
        statement.execute(
            "create table bare."
                + table.copy()
                + " (like "
                + table.name()
                + " including all excluding identity)");
      }
    }
  }

  /** The name of the copy, without its schema. */
  String copy() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** The columns of the primary key. */
  List<String> columnsOfKey() {
    String course = courseColumn();
    return key.isEmpty() ? List.of(course) : List.of((course + ", " + key).split(", "));
  }

  /**
   * A query for rows of the mirror's table, as {@code t}, in the project {@code default}: those of
   * the paths in its only parameter, or all if that is null.
   */
  String select(String what) {
    String asked =
        switch (rows) {
          case COURSE -> "true or ?::text[] is null";
          case FILES -> "coalesce(t." + key + " = any (?), true)";
          case CONTENTS ->
              "t.sha256 in (select f.sha256 from creatoros.files f"
                  + " where coalesce(f.path = any (?), true))";
        };
    return "select "
        + what
        + " from "
        + name
        + " t, creatoros.courses c where c.project = 'default' and t."
        + courseColumn()
        + " = c.id and ("
        + asked
        + ")";
  }

  private String courseColumn() {
    return name.equals("creatoros.courses") ? "id" : "course_id";
  }
}
