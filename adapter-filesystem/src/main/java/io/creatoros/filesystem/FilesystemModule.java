package io.creatoros.filesystem;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.sync.Lanes;
import io.creatoros.core.verify.VerificationLog;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;

/**
 * Binds the primary home: the course folders of a workspace, and what is kept beside them.
 *
 * <p>Needs a {@link Workspace}, and for the bases a {@link CourseMirror}, whose identity is asked
 * for only when the bases are. Exposes {@link CourseFolders} (told apart by what this workspace
 * knows; no mirror is asked), {@link Bases}, {@link Lanes} and {@link VerificationLog}. None of
 * them needs closing.
 */
public final class FilesystemModule extends PrivateModule {

  private final FilesystemConfig config;
  private final Optional<Class<? extends Annotation>> qualifier;

  /** Exposes the ports as they are. */
  public FilesystemModule(FilesystemConfig config) {
    this(config, Optional.empty());
  }

  private FilesystemModule(
      FilesystemConfig config, Optional<Class<? extends Annotation>> qualifier) {
    this.config = config;
    this.qualifier = qualifier;
  }

  /** The same, exposing the ports under a qualifier. */
  public FilesystemModule annotatedWith(Class<? extends Annotation> newQualifier) {
    return new FilesystemModule(config, Optional.of(newQualifier));
  }

  @Override
  protected void configure() {
    Provider<Workspace> workspace = getProvider(Workspace.class);
    Provider<CourseMirror> mirror = getProvider(CourseMirror.class);
    port(CourseFolders.class, () -> workspace.get().folders(boundaries()));
    port(Lanes.class, () -> workspace.get().lanes(config.command()));
    port(VerificationLog.class, () -> workspace.get().verificationLog());
    port(Bases.class, () -> workspace.get().bases(mirror.get().identity(), config.project()));
  }

  private <T> void port(Class<T> type, Provider<T> provider) {
    Key<T> key = qualifier.map(found -> Key.get(type, found)).orElseGet(() -> Key.get(type));
    bind(key).toProvider(provider).in(Singleton.class);
    expose(key);
  }

  private CourseBoundaries boundaries() {
    return new CourseBoundaries(
        config.fixedCourses(), config.courses(), Set.of(), (course, folder) -> false);
  }
}
