package io.creatoros.core.dualwrite;

import io.creatoros.core.sync.Homes;

/**
 * Opens the homes that a dual write works between when they are first needed, and again after a
 * failure.
 */
@FunctionalInterface
public interface HomesSource {

  /**
   * Opens them, or gives those that are open.
   *
   * @throws io.creatoros.core.storage.StorageException if the mirror cannot be opened; a later call
   *     tries again
   */
  Homes open();
}
