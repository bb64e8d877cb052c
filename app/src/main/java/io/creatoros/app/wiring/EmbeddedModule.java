package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.PostgresSchema;
import io.creatoros.postgres.embedded.EmbeddedServer;

/** A mirror in the PostgreSQL that comes with the program, which is ours to migrate. */
final class EmbeddedModule extends AbstractModule {

  private final AppConfig config;

  EmbeddedModule(AppConfig config) {
    this.config = config;
  }

  @Provides
  @Singleton
  EmbeddedServer embeddedServer() {
    return EmbeddedServer.at(EmbeddedServers.settings(config.embedded()));
  }

  @Provides
  @Singleton
  PostgresConfig server(EmbeddedServer server, Resources resources) {
    EmbeddedServer.Lease lease = EmbeddedServers.call(server::acquire);
    resources.onClose(lease::close);
    return PostgresConfigs.of(config, lease);
  }

  @Provides
  @Singleton
  PostgresMirror postgres(PostgresConfig server, Resources resources) {
    PostgresMirror mirror = open(server);
    resources.onClose(mirror::close);
    return mirror;
  }

  private static PostgresMirror open(PostgresConfig server) {
    try {
      return PostgresMirror.open(server);
    } catch (StorageSchemaException e) {
      PostgresSchema.migrate(server);
      return PostgresMirror.open(server);
    }
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
  @Singleton
  EmbeddedControl embedded(EmbeddedServer server) {
    return new EmbeddedServers(server);
  }
}
