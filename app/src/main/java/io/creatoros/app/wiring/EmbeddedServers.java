package io.creatoros.app.wiring;

import io.creatoros.app.config.EmbeddedConfig;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.SessionException;
import io.creatoros.postgres.embedded.EmbeddedServer;
import io.creatoros.postgres.embedded.EmbeddedServerException;
import io.creatoros.postgres.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The embedded server as commands see it. */
final class EmbeddedServers implements EmbeddedControl {

  private final EmbeddedServer server;

  EmbeddedServers(EmbeddedServer server) {
    this.server = server;
  }

  static EmbeddedSettings settings(EmbeddedConfig config) {
    EmbeddedSettings settings = EmbeddedSettings.defaults().withPatience(config.patience());
    for (Path home : config.home().stream().toList()) {
      settings = settings.withHome(home);
    }
    for (Path cache : config.cache().stream().toList()) {
      settings = settings.withCache(cache);
    }
    return settings;
  }

  @Override
  public Status start() {
    return status(call(server::start));
  }

  @Override
  public boolean stop() {
    return call(server::stop);
  }

  @Override
  public Status status() {
    return status(call(server::status));
  }

  private static Status status(EmbeddedServer.Status status) {
    return new Status(status.home(), status.log(), status.kept(), status.pid(), status.port());
  }

  private static <T> T call(Supplier<T> action) {
    try {
      return action.get();
    } catch (EmbeddedServerException e) {
      throw failure(e);
    }
  }

  /** Says a failure of the server in the application's words. */
  static SessionException failure(EmbeddedServerException e) {
    String message = String.valueOf(e.getMessage());
    String prefix = e.code() + ": ";
    return new SessionException(
        kind(e.code()),
        e.code(),
        message.startsWith(prefix) ? message.substring(prefix.length()) : message,
        "creatoros db status",
        e);
  }

  private static SessionException.Kind kind(String code) {
    return switch (code) {
      case "EMBEDDED_UNSUPPORTED", "EMBEDDED_ROOT", "EMBEDDED_FILES", "EMBEDDED_PASSWORD" ->
          SessionException.Kind.CONFIGURATION;
      case "EMBEDDED_INTERRUPTED" -> SessionException.Kind.INTERRUPTED;
      default -> SessionException.Kind.UNREACHABLE;
    };
  }
}
