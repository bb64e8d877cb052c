package io.creatoros.core.course;

import java.util.Optional;

/** One path's part in a commit. */
public sealed interface Change {

  /** The path that changes. */
  ArtifactPath path();

  /**
   * A file is written.
   *
   * @param name its path as found on disk
   * @param hash the hash of its bytes, uploaded before unless {@code stored} is false
   * @param size its length in bytes
   * @param stored false for a file over the size limit, recorded by hash and size only
   * @param expected the recorded hash that must be there; empty when no file may be there
   */
  record Put(
      ArtifactPath path,
      String name,
      Sha256 hash,
      long size,
      ArtifactKind kind,
      boolean stored,
      Optional<Sha256> expected)
      implements Change {}

  /**
   * A file is deleted; a tombstone stays.
   *
   * @param expected the recorded hash that must be there
   */
  record Delete(ArtifactPath path, Sha256 expected) implements Change {}
}
