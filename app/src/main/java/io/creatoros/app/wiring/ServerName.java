package io.creatoros.app.wiring;

import io.creatoros.app.config.AppConfig;

/** What a workspace knows a server by, whether it can be reached or not; never a secret. */
final class ServerName {

  private ServerName() {}

  static String of(AppConfig config) {
    return switch (config.mirror()) {
      case POSTGRES -> PostgresConfigs.ofUrl(config).server();
      case POSTGREST -> PostgrestConfigs.of(config).server();
      case ADAPTER -> "adapter " + config.adapter().name();
      case EMBEDDED, NONE -> config.mirrorName();
    };
  }
}
