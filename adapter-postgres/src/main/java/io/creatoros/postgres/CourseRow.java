package io.creatoros.postgres;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A course with one of its files, as a statement answers it.
 *
 * @param head where the course stands
 * @param file the file; empty for a course without any
 */
record CourseRow(CourseHead head, Optional<FileRow> file) {

  /**
   * A row of {@code files}.
   *
   * @param remote the file or tombstone
   */
  record FileRow(RemoteFile remote, ArtifactPath path) {}

  static CourseRow of(CourseId course, ResultSet row) throws SQLException {
    CourseHead head = head(course, row);
    Optional<FileRow> file =
        row.getString("path") == null ? Optional.empty() : Optional.of(file(row));
    return new CourseRow(head, file);
  }

  static CourseHead head(CourseId course, ResultSet row) throws SQLException {
    return new CourseHead(
        course, row.getLong("course_revision"), row.getLong("edits"), row.getString("origin"));
  }

  static MirrorCourse mirrorCourse(CourseId course, List<CourseRow> rows) {
    if (rows.isEmpty()) {
      return MirrorCourse.absent(course);
    }
    SortedMap<ArtifactPath, RemoteFile> files = new TreeMap<>();
    rows.forEach(row -> row.file().ifPresent(file -> files.put(file.path(), file.remote())));
    return new MirrorCourse(rows.get(0).head(), files);
  }

  static Manifest manifest(CourseId course, List<CourseRow> rows) {
    if (rows.isEmpty()) {
      return Manifest.absent(course);
    }
    SortedMap<ArtifactPath, ManifestEntry> entries = new TreeMap<>();
    for (CourseRow row : rows) {
      row.file()
          .map(FileRow::remote)
          .filter(RemoteFile.Stored.class::isInstance)
          .map(RemoteFile.Stored.class::cast)
          .ifPresent(stored -> entries.put(stored.entry().path(), stored.entry()));
    }
    return new Manifest(
        course, rows.get(0).head().revision(), entries, Collections.emptySortedMap());
  }

  private static FileRow file(ResultSet row) throws SQLException {
    ArtifactPath path = new ArtifactPath(row.getString("path"));
    long revision = row.getLong("revision");
    byte[] hash = row.getBytes("sha256");
    if (hash == null) {
      Sha256 last = Sha256.ofDigest(row.getBytes("last_sha256"));
      return new FileRow(new RemoteFile.Tombstone(path, last, revision), path);
    }
    byte[] computed = row.getBytes("computed");
    ManifestEntry entry =
        new ManifestEntry(
            path,
            row.getString("name"),
            Sha256.ofDigest(computed == null ? hash : computed),
            Sha256.ofDigest(hash),
            row.getLong("size"),
            ArtifactKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getBoolean("stored") && !row.getBoolean("bytes_missing"),
            revision);
    return new FileRow(new RemoteFile.Stored(entry), path);
  }
}
