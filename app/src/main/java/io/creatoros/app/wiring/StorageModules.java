package io.creatoros.app.wiring;

import com.google.inject.Module;
import io.creatoros.app.config.AppConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses where courses are mirrored. */
final class StorageModules {

  private static final Logger LOG = LoggerFactory.getLogger(StorageModules.class);

  private StorageModules() {}

  static Module forConfig(AppConfig config) {
    LOG.info("mirror: {}", config.mirror().label());
    return switch (config.mirror()) {
      case POSTGRES -> new PostgresModule(config);
      case EMBEDDED -> new EmbeddedModule(config);
      case NONE -> new NoMirrorModule();
    };
  }
}
