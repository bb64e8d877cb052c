package io.creatoros.postgrest;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.core.course.CourseMirror;
import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * Binds a mirror over the HTTP API of PostgREST.
 *
 * <p>Needs nothing. Exposes {@link CourseMirror}, which is opened when it is asked for, and again
 * after opening it failed; what {@link PostgrestMirror#open} throws is then the cause of Guice's
 * exception. Closing the {@code CourseMirror} closes all there is.
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
    bind(key(CourseMirror.class)).to(PostgrestMirror.class);
    expose(key(CourseMirror.class));
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
