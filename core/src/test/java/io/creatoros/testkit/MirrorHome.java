package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the implementor of a mirror's contract supplies. Editing by hand is for those only that have
 * {@link Capability#EDITS_BY_HAND}.
 */
public interface MirrorHome {

  /** The mirror under test; without courses when a test starts. */
  CourseMirror mirror();

  /** The same mirror through connections of its own; the contract closes it. */
  CourseMirror another();

  /** Another project of the same database; the contract closes it. */
  CourseMirror otherProject();

  /** Sets the recorded hash of a file by hand, past the mirror's own way of writing. */
  default void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    throw new UnsupportedOperationException("nothing is edited by hand");
  }

  /** Replaces by hand the bytes stored under a file's recorded hash; they fit one part. */
  default void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    throw new UnsupportedOperationException("nothing is edited by hand");
  }

  /** Deletes by hand all bytes stored under a file's recorded hash. */
  default void deleteBytes(CourseId course, ArtifactPath path) {
    throw new UnsupportedOperationException("nothing is edited by hand");
  }

  /** Deletes by hand a file's row, leaving no tombstone. */
  default void deleteRow(CourseId course, ArtifactPath path) {
    throw new UnsupportedOperationException("nothing is edited by hand");
  }

  /**
   * Sets by hand a projected column of a typed row that is there.
   *
   * @param value a number as it is written, or a text
   */
  default void editTyped(CourseId course, RowKey key, String column, String value) {
    throw new UnsupportedOperationException("nothing is edited by hand");
  }

  /** Deletes a typed row by hand. */
  default void deleteTyped(CourseId course, RowKey key) {
    throw new UnsupportedOperationException("nothing is edited by hand");
  }

  /** What this mirror can do. */
  default Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  /** A writer to the mirror under test. */
  default MirrorWriter writer() {
    return new MirrorWriter(mirror());
  }

  /** What the mirror holds of a course, by its records. */
  default MirrorCourse read(CourseId course) {
    return mirror().read(course, Evidence.RECORDED);
  }

  /** What the mirror has on record for a file that it must hold. */
  default ManifestEntry stored(CourseId course, String path, Evidence evidence) {
    RemoteFile file = mirror().read(course, evidence).files().get(new ArtifactPath(path));
    if (file instanceof RemoteFile.Stored stored) {
      return stored.entry();
    }
    throw new AssertionError(path + " is not stored: " + file);
  }
}
