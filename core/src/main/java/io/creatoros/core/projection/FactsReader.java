package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.reading.FileFacts;
import java.util.Optional;

/** Understands one file by its path and bytes alone. */
@FunctionalInterface
public interface FactsReader {

  /** The facts of a file. */
  FileFacts read(ArtifactPath path, byte[] bytes);

  /**
   * The facts of a file whose bytes say nothing that would be used: of a kind that is not read, too
   * long, or not stored. Empty when the bytes are needed.
   *
   * @param kind what the file is to its course
   * @param size the file's length in bytes
   * @param stored whether its bytes are stored
   */
  static Optional<FileFacts> unread(
      ArtifactPath path, ArtifactKind kind, long size, boolean stored) {
    if (!Readers.reads(path, kind)) {
      return Optional.of(FileFacts.NONE);
    }
    if (size > Readers.LONGEST) {
      return Optional.of(Readers.tooLong(path, size));
    }
    return stored ? Optional.empty() : Optional.of(FileFacts.NONE);
  }
}
