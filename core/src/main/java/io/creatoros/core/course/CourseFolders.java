package io.creatoros.core.course;

import java.util.Optional;
import java.util.Set;

/**
 * The primary home: course folders of one workspace. The folder is the truth.
 *
 * <p>Replacing and deleting compare with what the caller expects to be there first. Against an
 * editor that saves at the same instant this is best effort: no file system offers more.
 */
public interface CourseFolders extends CourseRepository {

  /**
   * Looks at a course folder. With {@link Evidence#RECORDED} a file whose stat is unchanged since
   * it was last read keeps its hash; with {@link Evidence#RECOMPUTED} every file is read. A file
   * that changes while it is read is reported unreadable. One bad file never stops the others.
   */
  FolderScan scan(CourseId course, Evidence evidence);

  /**
   * Looks in the same way, and hands over the bytes of small files that it reads, so that whoever
   * needs them need not read again. Which files count as small is up to the home; it need not hand
   * over any.
   */
  FolderScan scan(CourseId course, Evidence evidence, BytesRead reader);

  /**
   * The names of the files in a course folder, as found and relative to it, without a look at the
   * files: much cheaper than a scan. They change whenever anybody adds, renames or removes a file,
   * and do not when a file is given new bytes. Files that are no artifacts may be among them, the
   * home's own temporary files are not. Empty when the folder is not there.
   */
  Set<String> names(CourseId course);

  /** Is handed what a scan reads. */
  @FunctionalInterface
  interface BytesRead {

    /**
     * Bytes were read and held still meanwhile.
     *
     * @param hash their hash
     * @param bytes the bytes; the receiver owns them
     */
    void read(Sha256 hash, byte[] bytes);
  }

  /**
   * Reads an artifact once and holds its bytes apart, so that what is sent is what was hashed. A
   * small file takes one buffer of memory, a larger one a private copy on disk; both last until the
   * snapshot is closed.
   *
   * @param expected the hash that the bytes must have
   * @throws io.creatoros.core.storage.StorageConflictException with code {@code FILE_CHANGED} if
   *     the file is not there or its bytes no longer have that hash
   * @throws io.creatoros.core.storage.StorageRejectedException if the file cannot be read
   */
  Snapshot snapshot(CourseId course, ArtifactPath path, Sha256 expected);

  /**
   * Starts a batch of writes to one course folder. Each write is atomic and its bytes are durable
   * when it returns; the folders' entries are durable when the batch is closed. A batch that is
   * interrupted leaves each file old or new, and no journal is needed: comparing again is the
   * journal.
   */
  FolderBatch write(CourseId course);

  /** Writes to one course folder. Not for use by several threads. */
  interface FolderBatch extends AutoCloseable {

    /**
     * Replaces or creates one file.
     *
     * @param path the artifact's key
     * @param name the path to write, as found where the file came from
     * @param expected the hash that must be there now; empty when nothing may be there
     * @param content the new bytes
     * @param hash what the new bytes must hash to
     * @param keep whether the version being replaced is kept aside
     * @return where the replaced version was kept, if it was
     * @throws io.creatoros.core.storage.StorageRejectedException with code {@code CONTENT_MISMATCH}
     *     if the new bytes do not have that hash; nothing is written then
     * @throws io.creatoros.core.storage.StorageConflictException if something else is there
     */
    Optional<String> replace(
        ArtifactPath path,
        String name,
        Optional<Sha256> expected,
        Content content,
        Sha256 hash,
        boolean keep);

    /**
     * Deletes one file, keeping it aside, and the folders it leaves empty.
     *
     * @return where the file was kept; empty if it was not there
     * @throws io.creatoros.core.storage.StorageConflictException if something else is there
     */
    Optional<String> delete(ArtifactPath path, Sha256 expected);

    /**
     * Makes a file durable that may be there already with the bytes that somebody wants there.
     *
     * @param hash what its bytes must hash to
     * @return whether it is there, with these bytes
     */
    boolean confirm(ArtifactPath path, Sha256 hash);

    /**
     * Keeps bytes that are about to lose a conflict, without touching the course folder.
     *
     * @param path the artifact they belong to
     * @param label whose they are, such as {@code theirs}
     * @return where they were kept
     */
    String keep(ArtifactPath path, String label, Content content);

    /** Makes the folders' entries durable, each folder once. */
    @Override
    void close();
  }
}
