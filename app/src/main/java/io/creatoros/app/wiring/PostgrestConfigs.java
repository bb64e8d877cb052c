package io.creatoros.app.wiring;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.ConfigException;
import io.creatoros.app.config.PostgrestSettings;
import io.creatoros.app.config.Problem;
import io.creatoros.postgrest.PostgrestConfig;
import java.util.List;
import java.util.Optional;

/** Says to the HTTP adapter what the configuration says. */
final class PostgrestConfigs {

  private PostgrestConfigs() {}

  static PostgrestConfig of(AppConfig config) {
    PostgrestSettings settings = config.postgrest();
    try {
      return new PostgrestConfig(
          settings.url().orElseThrow().toString(),
          settings.path(),
          given(settings.key()),
          given(settings.token()),
          config.project(),
          settings.connectTimeout(),
          settings.timeout(),
          settings.connections());
    } catch (IllegalArgumentException e) {
      throw new ConfigException(List.of(new Problem("postgrest", String.valueOf(e.getMessage()))));
    }
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
