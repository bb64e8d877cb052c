package io.creatoros.core.storage;

import java.util.Optional;

/** Another process holds the course, or the workspace; the message names it. */
public final class StorageLockedException extends StorageException {

  private static final long serialVersionUID = 1L;

  public StorageLockedException(String code, String message, String remedy) {
    super(code, message, remedy, Optional.empty());
  }

  public StorageLockedException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, Optional.of(cause));
  }
}
