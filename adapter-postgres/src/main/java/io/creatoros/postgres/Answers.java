package io.creatoros.postgres;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.wire.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What statements answer, row by row, other than courses with their files. */
final class Answers {

  private Answers() {}

  static CourseSummary summary(ResultSet row) throws SQLException {
    return new CourseSummary(
        Keys.course(row.getString("path")),
        row.getLong("revision"),
        row.getString("origin"),
        row.getLong("files"),
        row.getLong("bytes"));
  }

  static ForeignEdit edit(CourseId course, ResultSet row) throws SQLException {
    return new ForeignEdit(
        row.getLong("id"),
        course,
        row.getString("table_name"),
        row.getString("operation"),
        Optional.ofNullable(row.getString("path")),
        Optional.ofNullable(row.getString("sha256")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("by_role"));
  }
}
