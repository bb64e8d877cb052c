package io.creatoros.postgrest;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.CourseQueries;
import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * Binds a mirror over the HTTP API of PostgREST.
 *
 * <p>Needs nothing. Exposes {@link CourseMirror}, {@link CourseQueries} and {@link ProjectMembers}.
 * The mirror is opened when one of them is asked for, and again after opening it failed; what
 * {@link PostgrestMirror#open} throws is then the cause of Guice's exception. Closing the {@code
 * CourseMirror} closes all there is.
 */
public final class PostgrestModule extends PrivateModule {
  private final PostgrestConfig config;
  private final Optional<Class<? extends Annotation>> qualifier;

  /** Exposes the ports as they are. */
  public PostgrestModule(PostgrestConfig config) {
    this(config, Optional.empty());
  }

  private PostgrestModule(PostgrestConfig config, Optional<Class<? extends Annotation>> qualifier) {
    this.config = config;
    this.qualifier = qualifier;
  }

  /** The same, exposing the ports under a qualifier. */
  public PostgrestModule annotatedWith(Class<? extends Annotation> newQualifier) {
    return new PostgrestModule(config, Optional.of(newQualifier));
  }

  @Override
  protected void configure() {
    Provider<PostgrestMirror> mirror = getProvider(PostgrestMirror.class);
    bind(key(CourseMirror.class)).to(PostgrestMirror.class);
    bind(key(CourseQueries.class)).toProvider(() -> mirror.get().queries());
    bind(key(ProjectMembers.class)).toProvider(() -> mirror.get().members());
    expose(key(CourseMirror.class));
    expose(key(CourseQueries.class));
    expose(key(ProjectMembers.class));
  }

  @Provides
  @Singleton
  PostgrestMirror mirror() {
    return PostgrestMirror.open(config);
  }

  private <T> Key<T> key(Class<T> port) {
    return qualifier.map(found -> Key.get(port, found)).orElseGet(() -> Key.get(port));
  }
}
