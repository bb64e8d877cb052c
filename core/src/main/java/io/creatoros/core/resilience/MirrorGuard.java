package io.creatoros.core.resilience;

import io.creatoros.core.course.CourseMirror;

/**
 * What stands between writers and a mirror: memory, circuit breaker, retry, meters. Shared by all
 * calls, from several threads.
 */
@FunctionalInterface
public interface MirrorGuard {

  /** Lets everything through. */
  MirrorGuard NONE = (mirror, budget) -> mirror;

  /**
   * The mirror as one call is to use it. Light: what calls share, the guard holds.
   *
   * @param mirror the mirror as it was opened; the same until it is opened anew
   * @param budget the time that the call has
   */
  CourseMirror guard(CourseMirror mirror, Budget budget);

  /** A call did not come back within its budget. */
  default void timedOut() {}
}
