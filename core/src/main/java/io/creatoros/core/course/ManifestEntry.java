package io.creatoros.core.course;

/**
 * One artifact as a home holds it.
 *
 * @param path its key within the course
 * @param name its path as found on disk, which differs from the key only in Unicode form
 * @param hash the hash of its bytes, by the evidence asked for
 * @param recorded the hash the home has on record; differs from {@code hash} only where bytes were
 *     recomputed and miss it
 * @param size its length in bytes
 * @param kind what it is to a course
 * @param stored whether the home holds its bytes; a mirror records a file over the size limit by
 *     hash and size only
 * @param revision the course revision that wrote it; 0 in a folder
 */
public record ManifestEntry(
    ArtifactPath path,
    String name,
    Sha256 hash,
    Sha256 recorded,
    long size,
    ArtifactKind kind,
    boolean stored,
    long revision) {

  /** Whether recomputed bytes miss the recorded hash. */
  public boolean damaged() {
    return !hash.equals(recorded);
  }
}
