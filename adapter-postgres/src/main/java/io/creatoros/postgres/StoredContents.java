package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.wire.StoredStream;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Opens the bytes of a project's files. */
final class StoredContents {
  private final Database database;
  private final String project;

  StoredContents(Database database, String project) {
    this.database = database;
    this.project = project;
  }

  Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return database.call(
        "open \"" + path + "\" of course \"" + course + "\"",
        handle ->
            handle
                .createQuery(Sql.OPEN)
                .bind("project", project)
                .bind("course", course.path())
                .bind("path", path.value())
                .map((row, context) -> content(path, row))
                .findOne()
                .flatMap(content -> content));
  }

  private Optional<InputStream> content(ArtifactPath path, ResultSet row) throws SQLException {
    long courseId = row.getLong("course_id");
    byte[] hash = row.getBytes("sha256");
    int parts = row.getInt("parts");
    if (parts != Content.parts(row.getLong("size"))) {
      return Optional.empty();
    }
    byte[] first = row.getBytes("bytes");
    return Optional.of(
        new StoredStream(path, first, parts, part -> part(path, courseId, hash, part)));
  }

  private Optional<byte[]> part(ArtifactPath path, long courseId, byte[] hash, int part) {
    return database.call(
        "read \"" + path + "\"",
        handle ->
            handle
                .createQuery(Sql.PART)
                .bind("courseId", courseId)
                .bind("hash", hash)
                .bind("part", part)
                .mapTo(byte[].class)
                .findOne());
  }
}
