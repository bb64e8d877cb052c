package io.creatoros.app.wiring;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.MirrorKind;

/** What a workspace knows a server by, whether it can be reached or not; never a secret. */
final class ServerName {

  private ServerName() {}

  static String of(AppConfig config) {
    return config.mirror() == MirrorKind.EMBEDDED
        ? "embedded"
        : PostgresConfigs.ofUrl(config).server();
  }
}
