package io.creatoros.app.wiring;

import com.google.inject.Module;
import io.creatoros.app.config.AppConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses where courses are mirrored. */
final class StorageModules {

  private static final Logger LOG = LoggerFactory.getLogger(StorageModules.class);

  private StorageModules() {}

  /** Opens nothing. What it binds of the mirror's ports is {@link OfAdapter}. */
  static Module forConfig(AppConfig config) {
    LOG.info("mirror: {}", config.mirrorName());
    return switch (config.mirror()) {
      case POSTGRES -> new UrlMirrorModule(PostgresConfigs.ofUrl(config));
      case POSTGREST -> new PostgrestMirrorModule(config);
      case EMBEDDED -> new EmbeddedMirrorModule(config);
      case ADAPTER -> new AdapterMirrorModule(config);
      case NONE -> new NoMirrorModule();
    };
  }
}
