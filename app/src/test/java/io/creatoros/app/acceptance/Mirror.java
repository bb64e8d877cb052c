package io.creatoros.app.acceptance;

import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A person who looks into the database, or edits it past the program. */
final class Mirror {

  private static final String TABLES =
      """
      select table_schema || '.' || table_name from information_schema.tables
      where table_schema in ('creatoros', 'public') and table_type = 'BASE TABLE' order by 1
      """;
  private static final List<String> TYPED_TABLES =
      List.of("content_pieces", "course_metadata", "course_lessons", "market_research");
  private static final String TECHNICAL =
      "array['id','course_id','project_id','course_piece_id','content_piece_id',"
          + "'persona_mind_id','created_at','updated_at']";
  private static final String AT =
      " (course_id, path) = (select id, ? from creatoros.courses where path = ?)";

  private final TestDatabase database;

  Mirror(TestDatabase database) {
    this.database = database;
  }

  /** Runs a statement with arguments; returns how many rows it changed. */
  int execute(String sql, Object... arguments) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, arguments);
      statement.execute();
      return Math.max(0, statement.getUpdateCount());
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The first column of what a query returns. */
  List<String> query(String sql, Object... arguments) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, arguments);
      List<String> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(String.valueOf(rows.getString(1)));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Where each row of the mirror stands and which transaction wrote it, by table. */
  Map<String, List<String>> rowVersions() {
    SortedMap<String, List<String>> versions = new TreeMap<>();
    for (String table : query(TABLES)) {
      versions.put(
          table, query("select ctid || ' ' || xmin || ' ' || xmax from " + table + " order by 1"));
    }
    return versions;
  }

  /**
   * Every value of every typed row, without ids, times, and what else the files do not tell; long
   * ones by their digest.
   */
  Set<String> typedRows() {
    Set<String> cells = new TreeSet<>();
    for (String table : TYPED_TABLES) {
      query(
              "select concat_ws(' ', c.path, to_jsonb(t) ->> 'file_path', v.key, case when"
                  + " length(v.value) > 80 then 'md5 ' || md5(v.value) else coalesce(v.value, 'null') end)"
                  + " from public."
                  + table
                  + " t join creatoros.courses c on c.id = t.course_id, jsonb_each_text(to_jsonb(t) - "
                  + TECHNICAL
                  + ") v")
          .forEach(cell -> cells.add(table + " " + cell));
    }
    return cells;
  }

  /** Which transaction wrote the row of each lesson, by course and path. */
  SortedMap<String, String> lessonVersions() {
    SortedMap<String, String> versions = new TreeMap<>();
    query(
            """
            select l.xmin || ' ' || c.path || '/' || l.file_path
            from public.course_lessons l join creatoros.courses c on c.id = l.course_id
            """)
        .forEach(
            row ->
                versions.put(
                    row.substring(row.indexOf(' ') + 1), row.substring(0, row.indexOf(' '))));
    return versions;
  }

  /** The SHA-256 of every file, by course and path. */
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    query(
            """
            select c.path || '/' || f.path || ' ' || encode(f.sha256, 'hex')
            from creatoros.files f join creatoros.courses c on c.id = f.course_id
            where f.sha256 is not null
            """)
        .forEach(
            row ->
                files.put(
                    row.substring(0, row.lastIndexOf(' ')).replaceFirst("^\\./", ""),
                    row.substring(row.lastIndexOf(' ') + 1)));
    return files;
  }

  /** The paths of a course that a revision wrote, tombstones too. */
  List<String> writtenBy(long revision, String course) {
    return query(
        """
        select path from creatoros.files where revision = ? and course_id =
          (select id from creatoros.courses where path = ?) order by path
        """,
        revision,
        course);
  }

  void editBytes(String course, String path, String text) {
    changedOne(
        execute(
            """
            update creatoros.contents set bytes = convert_to(?, 'UTF8')
            where (course_id, sha256) in
              (select course_id, sha256 from creatoros.files where\
            """
                + AT
                + ")",
            text,
            path,
            course));
  }

  void editHash(String course, String path, String hash) {
    changedOne(
        execute(
            "update creatoros.files set sha256 = ? where" + AT,
            HexFormat.of().parseHex(hash),
            path,
            course));
  }

  /** An edit of bytes with their hash and size, as a careful person makes it. */
  void editConsistently(String course, String path, String text) {
    changedOne(
        execute(
            """
            insert into creatoros.contents (course_id, sha256, part, bytes)
            select id, sha256(convert_to(?, 'UTF8')), 0, convert_to(?, 'UTF8')
            from creatoros.courses where path = ?
            """,
            text,
            text,
            course));
    changedOne(
        execute(
            """
            update creatoros.files
            set sha256 = sha256(convert_to(?, 'UTF8')), size = octet_length(convert_to(?, 'UTF8'))
            where\
            """
                + AT,
            text,
            text,
            path,
            course));
  }

  void deleteRow(String course, String path) {
    changedOne(execute("delete from creatoros.files where" + AT, path, course));
  }

  void deleteBytes(String course, String path) {
    changedOne(
        execute(
            """
            delete from creatoros.contents where (course_id, sha256) in
              (select course_id, sha256 from creatoros.files where\
            """
                + AT
                + ")",
            path,
            course));
  }

  /** A row that no program of ours would write. */
  void plantFile(String course, String path, String text) {
    execute(
        """
        insert into creatoros.contents (course_id, sha256, part, bytes)
        select id, sha256(convert_to(?, 'UTF8')), 0, convert_to(?, 'UTF8')
        from creatoros.courses where path = ?
        """,
        text,
        text,
        course);
    changedOne(
        execute(
            """
            insert into creatoros.files
              (course_id, path, name, sha256, size, kind, stored, revision, origin)
            select id, ?, ?, sha256(convert_to(?, 'UTF8')), octet_length(convert_to(?, 'UTF8')),
              'other', true, revision, 'somebody'
            from creatoros.courses where path = ?
            """,
            path,
            path,
            text,
            text,
            course));
  }

  /** Drops the database and makes it anew, empty. */
  void drop() {
    database.close();
    onServer("create database " + database.name() + " template template0");
  }

  private void onServer(String sql) {
    String url = database.jdbcUrl().replace("/" + database.name(), "/postgres");
    try (Connection connection = database.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private static void set(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  private static void changedOne(int rows) {
    if (rows != 1) {
      throw new AssertionError(rows + " rows were changed instead of one");
    }
  }
}
