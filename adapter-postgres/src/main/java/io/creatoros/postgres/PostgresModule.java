package io.creatoros.postgres;

import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * Binds a mirror in a PostgreSQL server whose owner migrates it.
 *
 * <p>Needs nothing. Exposes {@link io.creatoros.core.course.CourseMirror}, {@link
 * io.creatoros.core.query.CourseQueries} and {@link io.creatoros.core.members.ProjectMembers}, all
 * of one mirror, which is opened when the first of them is asked for, and again after opening it
 * failed; what {@link PostgresMirror#open} throws is then the cause of Guice's exception. Closing
 * the {@code CourseMirror} closes all there is.
 */
public final class PostgresModule extends MirrorModule {

  private final PostgresConfig config;

  /** Exposes the ports as they are. */
  public PostgresModule(PostgresConfig config) {
    this(config, Optional.empty());
  }

  private PostgresModule(PostgresConfig config, Optional<Class<? extends Annotation>> qualifier) {
    super(qualifier);
    this.config = config;
  }

  /** The same, exposing the ports under a qualifier. */
  public PostgresModule annotatedWith(Class<? extends Annotation> qualifier) {
    return new PostgresModule(config, Optional.of(qualifier));
  }

  @Override
  PostgresMirror open() {
    return PostgresMirror.open(config);
  }
}
