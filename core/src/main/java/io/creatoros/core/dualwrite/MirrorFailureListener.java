package io.creatoros.core.dualwrite;

import io.creatoros.core.course.CourseId;

/**
 * Is told whenever files that were to be in the mirror are not: owed, in conflict, or with rejected
 * rows. Called once for each call, on the thread that found out; what it throws is logged and goes
 * no further.
 */
@FunctionalInterface
public interface MirrorFailureListener {

  /** The files of a call are durable in the folder, and not as they should be in the mirror. */
  void notApplied(CourseId course, MirrorOutcome outcome);
}
