package io.creatoros.app.wiring;

import io.creatoros.app.config.EmbeddedConfig;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.postgres.embedded.EmbeddedServer;
import io.creatoros.postgres.embedded.EmbeddedServerException;
import io.creatoros.postgres.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The embedded server as commands see it. */
final class EmbeddedServers implements EmbeddedControl {

  private static final String REMEDY = "creatoros db status";

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
  static RuntimeException failure(EmbeddedServerException e) {
    String said = String.valueOf(e.getMessage());
    String prefix = e.code() + ": ";
    String message = said.startsWith(prefix) ? said.substring(prefix.length()) : said;
    return switch (e.code()) {
      case "EMBEDDED_UNSUPPORTED", "EMBEDDED_ROOT", "EMBEDDED_FILES", "EMBEDDED_PASSWORD" ->
          new SessionException(SessionException.Kind.CONFIGURATION, e.code(), message, REMEDY, e);
      case "EMBEDDED_INTERRUPTED" ->
          new SessionException(SessionException.Kind.INTERRUPTED, e.code(), message, REMEDY, e);
      default -> new StorageUnavailableException(e.code(), message, REMEDY, e);
    };
  }
}
