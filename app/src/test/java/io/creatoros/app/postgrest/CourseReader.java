package io.creatoros.app.postgrest;

import io.creatoros.postgres.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who looks into the database all the time, each time at one instant of it. */
final class CourseReader implements AutoCloseable {

  /** The courses of a project, with what stands in each table. */
  private static final String COURSES =
      """
      select c.path, c.revision,
        (select count(*) from creatoros.files f where f.course_id = c.id) as files,
        (select coalesce(sum(octet_length(p.bytes)), 0)
          from creatoros.files f join creatoros.contents p using (course_id, sha256)
          where f.course_id = c.id) as bytes,
        (select count(*) from public.content_pieces t where t.course_id = c.id)
          + (select count(*) from public.course_metadata t where t.course_id = c.id) as rows,
        (select count(*) from public.course_lessons t where t.course_id = c.id) as lessons
      from creatoros.courses c where c.project = ?
      """;

  /** The bytes of all contents that are whole; of the large one all parts have to be there. */
  private static final String STORED =
      """
      select coalesce(sum(bytes), 0) from (
        select sum(octet_length(p.bytes)) as bytes
        from creatoros.contents p join creatoros.courses c on c.id = p.course_id
        where c.project = ? group by p.course_id, p.sha256
        having max(octet_length(p.bytes)) < 1048576 or count(*) = ?) as whole
      """;

  private final TestDatabase database;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> polling;
  private volatile String project = "";
  private volatile boolean closed;

  CourseReader(TestDatabase database) {
    this.database = database;
    this.polling =
        CompletableFuture.runAsync(this::poll, work -> new Thread(work, "reader").start());
  }

  /** From now on looks at this project, and forgets what it saw. */
  void follow(String name) {
    project = name;
    seen.clear();
  }

  /** What was seen of each course since, whenever it was; fails when looking did. */
  Set<String> seen() {
    if (polling.isCompletedExceptionally()) {
      polling.join();
    }
    return new TreeSet<>(seen);
  }

  /** What is there now. */
  Set<String> look() {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(COURSES)) {
      return look(select);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * How many bytes of contents are stored whole.
   *
   * @param parts how many parts the only content of several has
   */
  long stored(int parts) {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(STORED)) {
      select.setString(1, project);
      select.setInt(2, parts);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    polling.join();
  }

  private void poll() {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(COURSES)) {
      while (!closed) {
        seen.addAll(look(select));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Set<String> look(PreparedStatement select) throws SQLException {
    Set<String> courses = new TreeSet<>();
    select.setString(1, project);
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        courses.add(
            "%s, revision %d: %d files with %d bytes, %d rows, %d lessons"
                .formatted(
                    rows.getString("path"),
                    rows.getLong("revision"),
                    rows.getLong("files"),
                    rows.getLong("bytes"),
                    rows.getLong("rows"),
                    rows.getLong("lessons")));
      }
    }
    return courses;
  }
}
