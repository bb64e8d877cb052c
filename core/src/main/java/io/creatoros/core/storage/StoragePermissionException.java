package io.creatoros.core.storage;

import java.util.Optional;

/** The credentials are wrong or do not allow the operation. */
public final class StoragePermissionException extends StorageException {

  private static final long serialVersionUID = 1L;

  public StoragePermissionException(String code, String message, String remedy) {
    super(code, message, remedy, Optional.empty());
  }

  public StoragePermissionException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, Optional.of(cause));
  }

  StoragePermissionException(
      String code, String message, String remedy, Optional<Throwable> cause) {
    super(code, message, remedy, cause);
  }
}
