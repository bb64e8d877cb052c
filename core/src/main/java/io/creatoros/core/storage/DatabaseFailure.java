package io.creatoros.core.storage;

import java.time.Duration;
import java.util.Optional;

/** The classes of what a database answers when it does not do what it was asked to do. */
public enum DatabaseFailure {
  /** There is no connection, or it broke; whether the work was done is not known. */
  UNREACHABLE("DB_UNREACHABLE"),
  /** It took longer than it may. */
  TIMEOUT("DB_TIMEOUT"),
  /** Too much at once: connections, memory, disk, locks. */
  BUSY("DB_BUSY"),
  /** Too many requests within a time. */
  RATE_LIMITED("DB_RATE_LIMITED"),
  /** The credentials are wrong or do not allow it. */
  PERMISSION("DB_PERMISSION"),
  /** The server takes no writes. */
  READ_ONLY("DB_READ_ONLY"),
  /** A table, column or function that is needed is not there. */
  SCHEMA("DB_SCHEMA"),
  /** The server's own files are damaged. */
  CORRUPT("DB_CORRUPT"),
  /** It does not take this content or this request. */
  REJECTED("DB_REJECTED"),
  /** The project is asleep until somebody wakes it. */
  PAUSED("DB_PAUSED"),
  /** The project is over the limits of its plan. */
  RESTRICTED("DB_RESTRICTED");

  private final String code;

  DatabaseFailure(String code) {
    this.code = code;
  }

  /** The stable code of its exceptions. */
  public String code() {
    return code;
  }

  /** Its exception. */
  public StorageException exception(String message, String remedy, Optional<Throwable> cause) {
    return exception(message, remedy, Optional.empty(), cause);
  }

  /**
   * Its exception.
   *
   * @param retryAfter how long the database asks to be left alone, of which only an exception that
   *     is transient tells
   */
  public StorageException exception(
      String message, String remedy, Optional<Duration> retryAfter, Optional<Throwable> cause) {
    switch (this) {
      case UNREACHABLE, TIMEOUT, BUSY, RATE_LIMITED -> {
        return new StorageUnavailableException(code(), message, remedy, retryAfter, cause);
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
