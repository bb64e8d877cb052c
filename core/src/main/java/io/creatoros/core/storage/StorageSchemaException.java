package io.creatoros.core.storage;

import java.util.Optional;

/** The mirror's schema is not the one this version works with. */
public final class StorageSchemaException extends StorageException {

  private static final long serialVersionUID = 1L;

  public StorageSchemaException(String code, String message, String remedy) {
    super(code, message, remedy, Optional.empty());
  }

  public StorageSchemaException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, Optional.of(cause));
  }

  StorageSchemaException(String code, String message, String remedy, Optional<Throwable> cause) {
    super(code, message, remedy, cause);
  }
}
