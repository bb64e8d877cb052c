package io.creatoros.core.storage;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The home cannot be reached now: connection lost, time-out, overload, serialisation failure. */
public final class StorageUnavailableException extends StorageException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  public StorageUnavailableException(String code, String message, String remedy) {
    this(code, message, remedy, Optional.empty(), Optional.empty());
  }

  public StorageUnavailableException(String code, String message, String remedy, Throwable cause) {
    this(code, message, remedy, Optional.empty(), Optional.of(cause));
  }

  /**
   * @param retryAfter how long the home asks to be left alone
   */
  public StorageUnavailableException(
      String code,
      String message,
      String remedy,
      Optional<Duration> retryAfter,
      Optional<Throwable> cause) {
    super(code, message, remedy, cause);
    this.retryAfter = retryAfter.orElse(null);
  }

  @Override
  public boolean isTransient() {
    return true;
  }

  /** How long the home asks to be left alone, if it said so; it may ask for no time at all. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
