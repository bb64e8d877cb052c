package io.creatoros.core.storage;

import java.util.Optional;

/**
 * The home refuses this content or this request for good: a constraint, a full disk, a name it
 * cannot hold.
 */
public final class StorageRejectedException extends StorageException {

  private static final long serialVersionUID = 1L;

  public StorageRejectedException(String code, String message, String remedy) {
    super(code, message, remedy, Optional.empty());
  }

  public StorageRejectedException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, Optional.of(cause));
  }

  StorageRejectedException(String code, String message, String remedy, Optional<Throwable> cause) {
    super(code, message, remedy, cause);
  }
}
