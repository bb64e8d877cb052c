package io.creatoros.postgres;

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

/** Exposes the ports of one mirror, and nothing else. */
abstract class MirrorModule extends PrivateModule {

  private final Optional<Class<? extends Annotation>> qualifier;

  MirrorModule(Optional<Class<? extends Annotation>> qualifier) {
    this.qualifier = qualifier;
  }

  /** Opens the mirror, with all it needs. */
  abstract PostgresMirror open();

  @Override
  protected final void configure() {
    Provider<PostgresMirror> mirror = getProvider(PostgresMirror.class);
    bind(key(CourseMirror.class)).to(PostgresMirror.class);
    bind(key(CourseQueries.class)).toProvider(() -> mirror.get().queries());
    bind(key(ProjectMembers.class)).toProvider(() -> mirror.get().members());
    expose(key(CourseMirror.class));
    expose(key(CourseQueries.class));
    expose(key(ProjectMembers.class));
  }

  @Provides
  @Singleton
  final PostgresMirror mirror() {
    return open();
  }

  private <T> Key<T> key(Class<T> port) {
    return qualifier.map(found -> Key.get(port, found)).orElseGet(() -> Key.get(port));
  }
}
