package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.SessionException;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresModule;

/** A mirror in a PostgreSQL server that a URL names; its owner migrates it. */
final class UrlMirrorModule extends AbstractModule {

  private final PostgresConfig server;

  UrlMirrorModule(PostgresConfig server) {
    this.server = server;
  }

  @Override
  protected void configure() {
    install(new PostgresModule(server).annotatedWith(OfAdapter.class));
  }

  @Provides
  @Singleton
  Database database() {
    return new PostgresDatabase(server);
  }

  @Provides
  EmbeddedControl embedded() {
    throw new SessionException(
        SessionException.Kind.USAGE,
        "NOT_EMBEDDED",
        "the mirror is a server of its own, which is not ours to start or stop",
        "creatoros config, or --set mirror=embedded");
  }
}
