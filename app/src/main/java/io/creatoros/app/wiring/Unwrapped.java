package io.creatoros.app.wiring;

import com.google.inject.ProvisionException;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.postgres.embedded.EmbeddedServerException;
import java.util.function.Supplier;

/** Takes the container's wrapping off failures: who catches wants the failure itself. */
final class Unwrapped {

  private Unwrapped() {}

  /** For commands: the embedded server's failures are said in the application's words. */
  static <T> T call(Supplier<T> action) {
    try {
      return action.get();
    } catch (ProvisionException e) {
      if (e.getCause() instanceof EmbeddedServerException embedded) {
        throw EmbeddedServers.failure(embedded);
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** For programs: whatever keeps a place from being opened is a failure of that place. */
  static <T> T asStorage(Supplier<T> action) {
    try {
      return call(action);
    } catch (SessionException e) {
      String message = String.valueOf(e.getMessage());
      throw switch (e.kind()) {
        case INTERRUPTED -> new StorageUnavailableException(e.code(), message, e.remedy(), e);
        case USAGE, CONFIGURATION, REJECTED ->
            new StorageRejectedException(e.code(), message, e.remedy(), e);
      };
    }
  }
}
