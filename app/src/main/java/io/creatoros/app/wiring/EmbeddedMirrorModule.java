package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.postgres.EmbeddedPostgresModule;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.embedded.EmbeddedServer;

/** A mirror in the PostgreSQL that comes with the program, which is ours to migrate. */
final class EmbeddedMirrorModule extends AbstractModule {

  private final AppConfig config;

  EmbeddedMirrorModule(AppConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    install(
        new EmbeddedPostgresModule(
                EmbeddedServers.settings(config.embedded()),
                server -> PostgresConfigs.at(config, server))
            .annotatedWith(OfAdapter.class));
  }

  @Provides
  @Singleton
  EmbeddedServer embeddedServer() {
    return EmbeddedServer.at(EmbeddedServers.settings(config.embedded()));
  }

  /** The upkeep has a lease of its own: it goes on while the mirror is closed. */
  @Provides
  @Singleton
  Database database(EmbeddedServer server, Resources resources) {
    EmbeddedServer.Lease lease = server.acquire();
    resources.onClose(lease::close);
    return new PostgresDatabase(
        PostgresConfigs.at(
            config,
            PostgresConfig.of(lease.jdbcUrl()).withCredentials(lease.user(), lease.password())));
  }

  @Provides
  @Singleton
  EmbeddedControl embedded(EmbeddedServer server) {
    return new EmbeddedServers(server);
  }
}
