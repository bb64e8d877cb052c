package io.creatoros.core.resilience;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;

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

  /** The bases of that mirror as a call is to use them, with the mirror as it was guarded. */
  default Bases heeding(Bases bases) {
    return bases;
  }

  /** Why a call would fail now without the mirror being asked; empty when it is worth trying. */
  default Optional<StorageUnavailableException> refusal() {
    return Optional.empty();
  }

  /** Opens the mirror, which may fail as a call to it does. */
  default <T> T opening(Supplier<T> open) {
    return open.get();
  }

  /** Nobody waits any more for a call that did not come back within its budget. */
  default void gaveUp(StorageUnavailableException failure) {}
}
