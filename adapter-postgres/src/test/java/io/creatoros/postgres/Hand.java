package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A person at the database, who edits rows past the mirror's own way of writing. */
public final class Hand {
  private static final String FILE =
      """
       f.path = ? and f.course_id = (
         select c.id from creatoros.courses c where c.project = 'default' and c.path = ?)
      """;
  private static final String CONTENT =
      " (course_id, sha256) in (select f.course_id, f.sha256 from creatoros.files f where"
          + FILE
          + ")";

  private final TestDatabase database;
  private final Jdbi jdbi;

  public Hand(TestDatabase database) {
    this.database = database;
    this.jdbi = Jdbi.create(database.jdbcUrl(), database.user(), database.password());
  }

  void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    edit("update creatoros.files f set sha256 = ? where" + FILE, hash.bytes(), path, course);
  }

  void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    edit(
        "update creatoros.contents set bytes = ? where part = 0 and" + CONTENT,
        bytes,
        path,
        course);
  }

  void deleteBytes(CourseId course, ArtifactPath path) {
    execute("delete from creatoros.contents where" + CONTENT, path.value(), course.path());
  }

  void deleteRow(CourseId course, ArtifactPath path) {
    execute("delete from creatoros.files f where" + FILE, path.value(), course.path());
  }

  /** Sets a column; the server takes the text for the column's type. */
  void editTyped(CourseId course, RowKey key, String column, String value) {
    String literal = "'" + value.replace("'", "''") + "'";
    execute(
        "update " + typed(key, "set \"" + column + "\" = " + literal), course.path(), key.path());
  }

  void deleteTyped(CourseId course, RowKey key) {
    execute("delete from " + typed(key, ""), course.path(), key.path());
  }

  private static String typed(RowKey key, String set) {
    String path = key.table() == RowTable.COURSE_LESSONS ? "t.file_path" : "''";
    return "public."
        + key.table().tableName()
        + " t "
        + set
        + """
        where t.course_id = (
          select c.id from creatoros.courses c where c.project = 'default' and c.path = ?)
        and ? =
        """
        + path;
  }

  /** Runs one statement and returns how many rows it touched. */
  public int execute(String sql, Object... arguments) {
    return jdbi.withHandle(handle -> handle.execute(sql, arguments));
  }

  /** Runs statements as they stand, as a tool does that pushes files. */
  void script(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of what a query answers. */
  public <T> List<T> query(Class<T> type, String sql, Object... arguments) {
    return jdbi.withHandle(handle -> handle.select(sql, arguments).mapTo(type).list());
  }

  long count(String from) {
    return query(Long.class, "select count(*) from " + from).get(0);
  }

  Handle begin() {
    return jdbi.open().begin();
  }

  private void edit(String sql, byte[] value, ArtifactPath path, CourseId course) {
    execute(sql, value, path.value(), course.path());
  }
}
