package io.creatoros.postgres;

import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.postgres.embedded.EmbeddedServer;
import io.creatoros.postgres.embedded.EmbeddedSettings;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Binds a mirror in the PostgreSQL that comes with this adapter. The server is started, and the
 * schema made or brought up to date, when the mirror is opened.
 *
 * <p>Needs nothing. Exposes {@link io.creatoros.core.course.CourseMirror}, {@link
 * io.creatoros.core.query.CourseQueries} and {@link io.creatoros.core.members.ProjectMembers}, all
 * of one mirror, which is opened when the first of them is asked for, and again after opening it
 * failed; what {@link EmbeddedServer#acquire} or {@link PostgresMirror#open} throws is then the
 * cause of Guice's exception. Closing the {@code CourseMirror} closes all there is, and stops the
 * server if nobody else uses it.
 */
public final class EmbeddedPostgresModule extends MirrorModule {

  private final EmbeddedSettings settings;
  private final UnaryOperator<PostgresConfig> config;

  /**
   * Exposes the ports as they are.
   *
   * @param settings where the server lives
   * @param config sets what is not about where the server is: project, connections, time limits
   */
  public EmbeddedPostgresModule(EmbeddedSettings settings, UnaryOperator<PostgresConfig> config) {
    this(settings, config, Optional.empty());
  }

  private EmbeddedPostgresModule(
      EmbeddedSettings settings,
      UnaryOperator<PostgresConfig> config,
      Optional<Class<? extends Annotation>> qualifier) {
    super(qualifier);
    this.settings = settings;
    this.config = config;
  }

  /** The same, exposing the ports under a qualifier. */
  public EmbeddedPostgresModule annotatedWith(Class<? extends Annotation> qualifier) {
    return new EmbeddedPostgresModule(settings, config, Optional.of(qualifier));
  }

  @Override
  PostgresMirror open() {
    EmbeddedServer.Lease lease = EmbeddedServer.at(settings).acquire();
    try {
      PostgresConfig server =
          config.apply(
              PostgresConfig.of(lease.jdbcUrl()).withCredentials(lease.user(), lease.password()));
      return migrated(server, lease);
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private static PostgresMirror migrated(PostgresConfig server, EmbeddedServer.Lease lease) {
    try {
      return PostgresMirror.open(server, lease::close);
    } catch (StorageSchemaException e) {
      PostgresSchema.migrate(server);
      return PostgresMirror.open(server, lease::close);
    }
  }
}
