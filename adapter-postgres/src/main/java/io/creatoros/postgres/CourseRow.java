package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.wire.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A course with one of its files, as a statement answers it.
 *
 * @param head where the course stands
 * @param file the file or tombstone; empty for a course without any
 */
record CourseRow(CourseHead head, Optional<RemoteFile> file) {

  static CourseRow of(CourseId course, ResultSet row) throws SQLException {
    CourseHead head = head(course, row);
    Optional<RemoteFile> file =
        row.getString("path") == null ? Optional.empty() : Optional.of(file(course, row));
    return new CourseRow(head, file);
  }

  static CourseHead head(CourseId course, ResultSet row) throws SQLException {
    return new CourseHead(
        course,
        row.getLong("course_revision"),
        row.getLong("edits"),
        row.getString("origin"),
        row.getInt("projection_version"),
        row.getInt("refused"));
  }

  static MirrorCourse mirrorCourse(CourseId course, List<CourseRow> rows) {
    if (rows.isEmpty()) {
      return MirrorCourse.absent(course);
    }
    SortedMap<ArtifactPath, RemoteFile> files = new TreeMap<>();
    for (CourseRow row : rows) {
      row.file().ifPresent(file -> files.put(path(file), file));
    }
    return new MirrorCourse(rows.get(0).head(), files);
  }

  private static ArtifactPath path(RemoteFile file) {
    return file instanceof RemoteFile.Stored stored
        ? stored.entry().path()
        : ((RemoteFile.Tombstone) file).path();
  }

  private static RemoteFile file(CourseId course, ResultSet row) throws SQLException {
    ArtifactPath path = Keys.path(course, row.getString("path"));
    long revision = row.getLong("revision");
    byte[] hash = row.getBytes("sha256");
    if (hash == null) {
      return new RemoteFile.Tombstone(path, Sha256.ofDigest(row.getBytes("last_sha256")), revision);
    }
    byte[] computed = row.getBytes("computed");
    return new RemoteFile.Stored(
        new ManifestEntry(
            path,
            row.getString("name"),
            Sha256.ofDigest(computed == null ? hash : computed),
            Sha256.ofDigest(hash),
            row.getLong("size"),
            ArtifactKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getBoolean("held"),
            revision));
  }
}
