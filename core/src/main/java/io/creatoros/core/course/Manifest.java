package io.creatoros.core.course;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The artifacts of one course at one instant, without their bytes.
 *
 * @param course the course
 * @param revision the course's revision in a mirror; 0 in a folder, and for a course that a mirror
 *     does not hold
 * @param entries what can be read, ordered by path
 * @param unreadable what is there but cannot be read, with the reason; never taken for absent
 */
public record Manifest(
    CourseId course,
    long revision,
    SortedMap<ArtifactPath, ManifestEntry> entries,
    SortedMap<ArtifactPath, String> unreadable) {

  public Manifest {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
  }

  /** The manifest of a course that is not there. */
  public static Manifest absent(CourseId course) {
    return new Manifest(course, 0, Collections.emptySortedMap(), Collections.emptySortedMap());
  }
}
