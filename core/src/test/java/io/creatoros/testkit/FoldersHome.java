package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the implementor of a contract of folders supplies. */
public interface FoldersHome {

  /** The folders under test; without courses when a test starts. */
  CourseFolders folders();

  /** The same folders as another process sees them. */
  CourseFolders otherFolders();

  /** Writes a file as an editor does, past these folders. */
  void writeByHand(CourseId course, String name, byte[] bytes);

  /** Deletes a file as a person does, past these folders. */
  void deleteByHand(CourseId course, String name);

  /** The bytes of a file, read past these folders; empty when it is not there. */
  Optional<byte[]> readByHand(CourseId course, String name);

  /** The bytes that were kept aside under this name. */
  byte[] kept(String where);

  /** What these folders can do. */
  default Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  /** A quick look at a course. */
  default FolderScan scan(CourseId course) {
    return folders().scan(course, Evidence.RECORDED);
  }

  /** The hash that a quick look finds at a path; empty when nothing is there. */
  default Optional<Sha256> found(CourseId course, String path) {
    return Optional.ofNullable(scan(course).manifest().entries().get(new ArtifactPath(path)))
        .map(ManifestEntry::hash);
  }

  /** Replaces one file in a batch of its own, keeping the version being replaced. */
  default Optional<String> replace(
      CourseId course, String name, Optional<Sha256> expected, byte[] bytes) {
    try (CourseFolders.FolderBatch batch = folders().write(course)) {
      return batch.replace(
          MirrorWriter.key(name), name, expected, content(bytes), Sha256.of(bytes), true);
    }
  }

  /** Deletes one file in a batch of its own. */
  default Optional<String> delete(CourseId course, String path, Sha256 expected) {
    try (CourseFolders.FolderBatch batch = folders().write(course)) {
      return batch.delete(new ArtifactPath(path), expected);
    }
  }

  /** Bytes in memory. */
  static Content content(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }
}
