package io.creatoros.core.persist;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.dualwrite.FileWrite;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.Optional;

/**
 * A file of a course folder, or the place of one that is to be.
 *
 * @param path its key
 * @param name its path as found
 * @param hash the hash of its bytes when they were last seen
 * @param unreadable why it cannot be read, if it cannot
 */
record FoundFile(
    ArtifactPath path, String name, Optional<Sha256> hash, Optional<String> unreadable) {

  /** The code of a failure to read a file that is there. */
  static final String UNREADABLE = "FILE_UNREADABLE";

  /** A file that was read. */
  static FoundFile of(ArtifactPath path, String name, Sha256 hash) {
    return new FoundFile(path, name, Optional.of(hash), Optional.empty());
  }

  /** A file that is to be. */
  static FoundFile absent(ArtifactPath path) {
    return new FoundFile(path, path.value(), Optional.empty(), Optional.empty());
  }

  /** What gives it these bytes. */
  FileWrite with(byte[] bytes) {
    unreadable.ifPresent(this::refuse);
    return new FileWrite(path, name, hash, bytes);
  }

  /** The hash of a file that is there. */
  Sha256 requireHash() {
    unreadable.ifPresent(this::refuse);
    return hash.orElseThrow();
  }

  private void refuse(String why) {
    throw new StorageRejectedException(
        UNREADABLE,
        "\"" + path + "\" cannot be read, so that nothing was written: " + why,
        "creatoros status --files");
  }
}
