package io.creatoros.core.course;

/** What a mirror holds at a path: a file, or a tombstone where one was deleted. */
public sealed interface RemoteFile {

  /** The course revision that wrote it. */
  long revision();

  /** A file. */
  record Stored(ManifestEntry entry) implements RemoteFile {
    @Override
    public long revision() {
      return entry.revision();
    }
  }

  /**
   * A file that was deleted.
   *
   * @param path its key
   * @param lastHash the hash it had
   */
  record Tombstone(ArtifactPath path, Sha256 lastHash, long revision) implements RemoteFile {}
}
