package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.wire.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What statements answer, row by row, other than courses with their files. */
final class Answers {

  private Answers() {}

  static CommitResult commit(ResultSet row) throws SQLException {
    String status = row.getString("status");
    List<String> named = Arrays.asList((String[]) row.getArray("named").getArray());
    return switch (status) {
      case "committed" -> new CommitResult.Committed(row.getLong("revision"), refused(row));
      case "course_moved" -> new CommitResult.CourseMoved(row.getLong("revision"));
      case "files_moved" ->
          new CommitResult.FilesMoved(
              named.stream().map(ArtifactPath::new).collect(Collectors.toSet()));
      case "contents_missing" ->
          new CommitResult.ContentsMissing(
              named.stream().map(Sha256::new).collect(Collectors.toSet()));
      default -> throw new AssertionError("unknown answer of a commit: " + status);
    };
  }

  private static List<RefusedRow> refused(ResultSet row) throws SQLException {
    List<RefusedRow> refused = new ArrayList<>();
    for (Object one : (Object[]) row.getArray("refused").getArray()) {
      String[] fields = (String[]) one;
      refused.add(new RefusedRow(TypedRowJson.key(fields[0], fields[1]), fields[2], fields[3]));
    }
    return refused;
  }

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
