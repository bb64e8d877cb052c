package io.creatoros.core.pull;

import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import java.util.Optional;

/**
 * Batches of writes to one course folder, each opened when it is needed and short, because a batch
 * keeps others from writing to the folder. Not for use by several threads.
 */
final class ShortBatches implements AutoCloseable {

  /** How many writes share a batch. */
  static final int LONGEST = 64;

  private final CourseFolders folders;
  private final CourseId course;
  private Optional<CourseFolders.FolderBatch> open = Optional.empty();
  private int uses;

  ShortBatches(CourseFolders folders, CourseId course) {
    this.folders = folders;
    this.course = course;
  }

  /** The batch for the next write, and for that one only. */
  CourseFolders.FolderBatch next() {
    if (uses == LONGEST) {
      close();
    }
    if (open.isEmpty()) {
      open = Optional.of(folders.write(course));
    }
    uses++;
    return open.get();
  }

  @Override
  public void close() {
    Optional<CourseFolders.FolderBatch> closing = open;
    open = Optional.empty();
    uses = 0;
    closing.ifPresent(CourseFolders.FolderBatch::close);
  }
}
