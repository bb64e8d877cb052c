package io.creatoros.core.course;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A course in a mirror at one revision, tombstones included.
 *
 * @param head where the course stands
 * @param files what the mirror holds, by path
 */
public record MirrorCourse(CourseHead head, SortedMap<ArtifactPath, RemoteFile> files) {

  public MirrorCourse {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A course that the mirror does not hold. */
  public static MirrorCourse absent(CourseId course) {
    return new MirrorCourse(CourseHead.absent(course), Collections.emptySortedMap());
  }

  /** The files that are there, without tombstones. */
  public Manifest manifest() {
    SortedMap<ArtifactPath, ManifestEntry> entries = new TreeMap<>();
    files.forEach(
        (path, file) -> {
          if (file instanceof RemoteFile.Stored stored) {
            entries.put(path, stored.entry());
          }
        });
    return new Manifest(head.course(), head.revision(), entries, Collections.emptySortedMap());
  }
}
