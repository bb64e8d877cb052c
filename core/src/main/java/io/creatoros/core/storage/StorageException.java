package io.creatoros.core.storage;

import java.util.Optional;

/**
 * A home of courses (a folder or a mirror) could not do what it was asked to do.
 *
 * <p>The adapter that meets the failure classifies it; whoever catches it only asks. The message
 * names the operation, what it was about and the cause, and never holds a secret.
 */
public abstract sealed class StorageException extends RuntimeException
    permits StorageUnavailableException,
        StorageConflictException,
        StorageRejectedException,
        StoragePermissionException,
        StorageSchemaException,
        StorageLockedException,
        CorruptRecordException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  StorageException(String code, String message, String remedy, Optional<Throwable> cause) {
    super(message, cause.orElse(null));
    this.code = code;
    this.remedy = remedy;
  }

  /** A stable code in capitals, for scripts and logs: {@code DB_UNREACHABLE}. */
  public final String code() {
    return code;
  }

  /** What to do next, ideally a command; empty when nothing is known to help. */
  public final Optional<String> remedy() {
    return remedy.isEmpty() ? Optional.empty() : Optional.of(remedy);
  }

  /** Whether the same call may succeed when repeated unchanged. */
  public boolean isTransient() {
    return false;
  }
}
