package io.creatoros.core.sync;

import io.creatoros.core.course.CourseId;
import java.time.Duration;

/**
 * The mirror lanes of a workspace: one sender per course, in this process and among processes, held
 * from reading the bases to writing them.
 */
public interface Lanes {

  /**
   * Takes the lane of a course, waiting up to the given time.
   *
   * @throws io.creatoros.core.storage.StorageLockedException if somebody holds it for longer; the
   *     message names who
   */
  Lane acquire(CourseId course, Duration patience);

  /** A lane that is held; closing it gives it back. */
  interface Lane extends AutoCloseable {
    @Override
    void close();
  }
}
