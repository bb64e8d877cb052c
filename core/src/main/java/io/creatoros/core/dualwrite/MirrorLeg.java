package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import java.time.Duration;
import java.util.SortedSet;

/**
 * The second leg of a dual write. It sends what the folder holds when it sends, whatever else the
 * course owes included, and never deletes. It never throws for the mirror's sake. May be called
 * from several threads; a course has one sender at a time.
 */
public interface MirrorLeg extends AutoCloseable {

  /**
   * Offers files that are durable in the folder to the mirror.
   *
   * @param paths the files that the answer is about
   */
  Offer offer(CourseId course, SortedSet<ArtifactPath> paths);

  /** Waits until nothing is pending, at most for the given time; tells whether that is so. */
  boolean flush(Duration patience);

  /**
   * Gives back what was opened. What is still pending is given up, and its answers say so: flush
   * first. Never waits long, whatever the mirror does.
   */
  @Override
  void close();
}
