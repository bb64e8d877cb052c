package io.creatoros.core.projection;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.Snapshot;
import io.creatoros.core.reading.FileFacts;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The facts of the files of one course folder. What a scan has read is not read again. */
public final class FolderFacts {

  private final CourseFolders folders;
  private final CourseId course;
  private final KeptBytes kept;
  private final FactsReader reader;

  /** Reads nothing until it is asked. */
  public FolderFacts(CourseFolders folders, CourseId course, KeptBytes kept, FactsReader reader) {
    this.folders = folders;
    this.course = course;
    this.kept = kept;
    this.reader = reader;
  }

  /**
   * The facts of the bytes with this hash at a path; empty when the file does not hold them any
   * more, or cannot be read. One file at a time is in memory.
   */
  public Optional<FileFacts> of(ArtifactPath path, Sha256 hash) {
    return kept.of(hash).or(() -> bytes(path, hash)).map(bytes -> reader.read(path, bytes));
  }

  private Optional<byte[]> bytes(ArtifactPath path, Sha256 hash) {
    try (Snapshot snapshot = folders.snapshot(course, path, hash);
        InputStream in = snapshot.open()) {
      return Optional.of(in.readNBytes(Readers.LONGEST + 1));
    } catch (StorageConflictException | StorageRejectedException | IOException e) {
      return Optional.empty();
    }
  }
}
