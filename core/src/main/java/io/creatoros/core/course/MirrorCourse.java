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
}
