package io.creatoros.core.storage;

import java.util.Optional;

/** What is there is not what the caller expected to replace. Nothing was changed. */
public final class StorageConflictException extends StorageException {

  private static final long serialVersionUID = 1L;

  public StorageConflictException(String code, String message, String remedy) {
    super(code, message, remedy, Optional.empty());
  }

  public StorageConflictException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, Optional.of(cause));
  }
}
