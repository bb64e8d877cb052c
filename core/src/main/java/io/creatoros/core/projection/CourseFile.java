package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.reading.FileFacts;

/**
 * A file of a course with its facts.
 *
 * @param path its key
 * @param kind what it is to its course
 * @param hash the hash of its bytes
 * @param size its length in bytes
 * @param stored whether its bytes are stored; texts of those that are not are absent from rows
 * @param facts what is known of it
 */
public record CourseFile(
    ArtifactPath path, ArtifactKind kind, Sha256 hash, long size, boolean stored, FileFacts facts) {

  /** A file of the kind that its path tells. */
  public CourseFile(ArtifactPath path, Sha256 hash, long size, boolean stored, FileFacts facts) {
    this(path, ArtifactKind.of(path), hash, size, stored, facts);
  }
}
