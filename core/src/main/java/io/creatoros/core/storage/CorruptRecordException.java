package io.creatoros.core.storage;

import java.util.Optional;

/** A stored row or file no longer parses, or its bytes miss their recorded hash. */
public final class CorruptRecordException extends StorageException {

  private static final long serialVersionUID = 1L;

  public CorruptRecordException(String code, String message, String remedy) {
    super(code, message, remedy, Optional.empty());
  }

  public CorruptRecordException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, Optional.of(cause));
  }

  CorruptRecordException(String code, String message, String remedy, Optional<Throwable> cause) {
    super(code, message, remedy, cause);
  }
}
