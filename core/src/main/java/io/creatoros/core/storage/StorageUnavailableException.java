package io.creatoros.core.storage;

import java.util.Optional;

/** The home cannot be reached now: connection lost, time-out, overload, serialisation failure. */
public final class StorageUnavailableException extends StorageException {

  private static final long serialVersionUID = 1L;

  public StorageUnavailableException(String code, String message, String remedy) {
    super(code, message, remedy, Optional.empty());
  }

  public StorageUnavailableException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, Optional.of(cause));
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
