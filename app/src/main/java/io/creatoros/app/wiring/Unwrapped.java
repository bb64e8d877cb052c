package io.creatoros.app.wiring;

import com.google.inject.ProvisionException;
import java.util.function.Supplier;

/** Takes the container's wrapping off failures: who catches wants the failure itself. */
final class Unwrapped {

  private Unwrapped() {}

  static <T> T call(Supplier<T> action) {
    try {
      return action.get();
    } catch (ProvisionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
