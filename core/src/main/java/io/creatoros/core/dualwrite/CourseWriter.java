package io.creatoros.core.dualwrite;

import io.creatoros.core.course.CourseId;
import java.time.Duration;
import java.util.List;

/**
 * Where programs write courses. Files are durable when a call returns; what became of them in the
 * mirror is part of the answer, and never an exception. May be called from several threads.
 */
public interface CourseWriter extends AutoCloseable {

  /**
   * Writes files of one course, each atomically, and offers them to the mirror together: a reader
   * of the mirror sees all of them or none. A file that has the new bytes already is left alone.
   * Repeating a call changes nothing.
   *
   * @param files what to write; no path twice
   * @throws io.creatoros.core.storage.StorageConflictException if a file does not hold what its
   *     write expects; files before it in the list are written, and owed
   * @throws io.creatoros.core.storage.StorageException if the folder cannot be written
   */
  Persisted write(CourseId course, List<FileWrite> files);

  /**
   * Waits until nothing is pending.
   *
   * @param patience how long at most
   * @return whether nothing is pending; what was given up is owed, and its answers say so
   */
  boolean flush(Duration patience);

  /** Sends what is pending as far as time allows, and gives back what was opened. */
  @Override
  void close();
}
