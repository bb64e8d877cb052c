package io.creatoros.app.architecture.broken.app.wiring;

import com.google.inject.Inject;
import org.jspecify.annotations.Nullable;

final class InjectedField {
  @Inject private @Nullable String field;

  @Nullable String field() {
    return field;
  }
}
