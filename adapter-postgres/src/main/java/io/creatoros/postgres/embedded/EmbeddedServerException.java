package io.creatoros.postgres.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The embedded server could not be prepared, started, reached or stopped.
 *
 * <p>The message names what failed, the file concerned, why, and what to do next. It never holds
 * the password. The {@link #code()} is stable:
 *
 * <ul>
 *   <li>{@code EMBEDDED_UNSUPPORTED}: there is no server for this operating system or processor
 *   <li>{@code EMBEDDED_ROOT}: running as root and no way to start the server as another user
 *   <li>{@code EMBEDDED_FILES}: a folder or file of the server cannot be read or written
 *   <li>{@code EMBEDDED_INIT_FAILED}: the data folder could not be made
 *   <li>{@code EMBEDDED_START_FAILED}: the server ended while starting
 *   <li>{@code EMBEDDED_TIMEOUT}: the server did not become ready, or another program did not
 *       finish starting or stopping it, in time
 *   <li>{@code EMBEDDED_PASSWORD}: the password file is missing or not the one of the data folder
 *   <li>{@code EMBEDDED_LOGIN_FAILED}: the server runs and refuses us for another reason
 *   <li>{@code EMBEDDED_STOP_FAILED}: the server does not stop
 *   <li>{@code EMBEDDED_INTERRUPTED}: the calling thread was interrupted while waiting
 * </ul>
 */
public final class EmbeddedServerException extends RuntimeException {
  private final String code;

  EmbeddedServerException(String code, String message) {
    this(code, message, null);
  }

  EmbeddedServerException(String code, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
  }

  /** What went wrong, as a word that does not change between versions. */
  public String code() {
    return code;
  }
}
