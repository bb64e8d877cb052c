package io.creatoros.core.dualwrite;

import io.creatoros.core.sync.Homes;

/**
 * Opens the homes that a dual write works between when they are first needed, and again after a
 * failure. May be called from several threads.
 */
@FunctionalInterface
public interface HomesSource extends AutoCloseable {

  /**
   * Opens them, or gives those that are open.
   *
   * @throws io.creatoros.core.storage.StorageException if the mirror cannot be opened; a later call
   *     tries again
   */
  Homes open();

  /** Gives back what it opened; nothing, if what it gives is owned by somebody else. */
  @Override
  default void close() {}
}
