package io.creatoros.core.storage;

import java.util.Optional;

/** The classes of what a database answers when it does not do what it was asked to do. */
public enum DatabaseFailure {
  /** There is no connection, or it broke; whether the work was done is not known. */
  UNREACHABLE,
  /** It took longer than it may. */
  TIMEOUT,
  /** Too much at once: connections, memory, disk, locks. */
  BUSY,
  /** Too many requests within a time. */
  RATE_LIMITED,
  /** The credentials are wrong or do not allow it. */
  PERMISSION,
  /** The server takes no writes. */
  READ_ONLY,
  /** A table, column or function that is needed is not there. */
  SCHEMA,
  /** The server's own files are damaged. */
  CORRUPT,
  /** It does not take this content or this request. */
  REJECTED,
  /** The project is asleep until somebody wakes it. */
  PAUSED,
  /** The project is over the limits of its plan. */
  RESTRICTED;

  /** The stable code of its exceptions: {@code DB_UNREACHABLE}. */
  public String code() {
    return "DB_" + name();
  }

  /** Its exception. */
  public StorageException exception(String message, String remedy, Optional<Throwable> cause) {
    switch (this) {
      case UNREACHABLE, TIMEOUT, BUSY, RATE_LIMITED -> {
        return new StorageUnavailableException(code(), message, remedy, Optional.empty(), cause);
      }
      case PERMISSION, READ_ONLY, PAUSED, RESTRICTED -> {
        return new StoragePermissionException(code(), message, remedy, cause);
      }
      case SCHEMA -> {
        return new StorageSchemaException(code(), message, remedy, cause);
      }
      case CORRUPT -> {
        return new CorruptRecordException(code(), message, remedy, cause);
      }
      case REJECTED -> {
        return new StorageRejectedException(code(), message, remedy, cause);
      }
    }
    throw new AssertionError(this);
  }
}
