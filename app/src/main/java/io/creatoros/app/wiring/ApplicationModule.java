package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.filesystem.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What does not depend on where courses are mirrored. */
final class ApplicationModule extends AbstractModule {

  private static final String COMMAND = "creatoros";

  private final AppConfig config;
  private final Optional<Workspace> workspace;
  private final Path root;

  ApplicationModule(AppConfig config, Optional<Workspace> workspace, Path root) {
    this.config = config;
    this.workspace = workspace;
    this.root = root;
  }

  @Override
  protected void configure() {
    bind(AppConfig.class).toInstance(config);
  }

  @Provides
  @Singleton
  Workspace workspace() {
    return workspace.orElseThrow(
        () ->
            new SessionException(
                SessionException.Kind.USAGE,
                "NO_WORKSPACE",
                "there is no workspace at or above " + root,
                "creatoros sync FOLDER, or: creatoros init FOLDER"));
  }

  /** The folders when nothing is known of a mirror. */
  @Provides
  @Singleton
  CourseFolders folders(Workspace workspace) {
    return workspace.folders(
        new CourseBoundaries(
            config.fixedCourses(), config.courses(), Set.of(), (course, folder) -> false));
  }

  @Provides
  @Singleton
  VerificationLog verifications(Workspace workspace) {
    return workspace.verificationLog();
  }

  @Provides
  @Singleton
  Homes homes(Workspace workspace, CourseMirror mirror) {
    workspace.remember(ServerName.of(config), mirror.identity());
    return new Homes(
        workspace.folders(MirrorBoundaries.of(mirror, config)),
        mirror,
        workspace.bases(mirror.identity(), config.project()),
        workspace.lanes(COMMAND));
  }
}
