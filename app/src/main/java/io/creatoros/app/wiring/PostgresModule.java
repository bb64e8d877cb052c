package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;

/** A mirror in a PostgreSQL server that a URL names; its owner migrates it. */
final class PostgresModule extends AbstractModule {

  private final AppConfig config;

  PostgresModule(AppConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  PostgresConfig server() {
    return PostgresConfigs.ofUrl(config);
  }

  @Provides
  @Singleton
  PostgresMirror postgres(PostgresConfig server, Resources resources) {
    PostgresMirror mirror = PostgresMirror.open(server);
    resources.onClose(mirror::close);
    return mirror;
  }

  @Provides
  CourseMirror mirror(PostgresMirror mirror) {
    return mirror;
  }

  @Provides
  CourseQueries queries(PostgresMirror mirror) {
    return mirror.queries();
  }

  @Provides
  @Singleton
  Database database(PostgresConfig server) {
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
