package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.SessionException;
import io.creatoros.postgrest.PostgrestModule;

/**
 * A mirror behind an HTTP API, which runs no SQL. What needs SQL takes the database that is
 * configured beside it.
 */
final class PostgrestMirrorModule extends AbstractModule {

  private final AppConfig config;

  PostgrestMirrorModule(AppConfig config) {
    this.config = config;
  }

  @Override
  protected void configure() {
    install(new PostgrestModule(PostgrestConfigs.of(config)).annotatedWith(OfAdapter.class));
  }

  @Provides
  @Singleton
  Database database() {
    if (config.database().url().isEmpty()) {
      throw new SessionException(
          SessionException.Kind.CONFIGURATION,
          "DATABASE_NOT_OFFERED",
          "this command needs SQL, which the mirror's HTTP API does not run",
          "set database.url (SUPABASE_DB_URL) beside it; Supabase shows it under Connect");
    }
    return new PostgresDatabase(PostgresConfigs.ofUrl(config));
  }

  @Provides
  EmbeddedControl embedded() {
    throw new SessionException(
        SessionException.Kind.USAGE,
        "NOT_EMBEDDED",
        "the mirror is an HTTP API, which is not ours to start or stop",
        "creatoros config, or --mirror embedded");
  }
}
