package io.creatoros.core.course;

/** What a mirror holds at a path: a file, or a tombstone where one was deleted. */
public sealed interface RemoteFile {

  /** The course revision that wrote it. */
  long revision();

  /** What a change leaves at its path when it is committed at a revision. */
  static RemoteFile after(Change change, long revision) {
    if (change instanceof Change.Put put) {
      return new Stored(
          new ManifestEntry(
              put.path(),
              put.name(),
              put.hash(),
              put.hash(),
              put.size(),
              put.kind(),
              put.stored(),
              revision));
    }
    return new Tombstone(change.path(), ((Change.Delete) change).expected(), revision);
  }

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
