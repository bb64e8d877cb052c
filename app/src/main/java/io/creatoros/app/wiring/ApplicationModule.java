package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.members.ProjectMembers;
import io.creatoros.core.query.CourseQueries;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Lanes;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.filesystem.FilesystemConfig;
import io.creatoros.filesystem.FilesystemModule;
import io.creatoros.filesystem.Workspace;
import java.util.function.Supplier;

/** What does not depend on where courses are mirrored. */
final class ApplicationModule extends AbstractModule {

  private static final String COMMAND = "creatoros";

  private final AppConfig config;
  private final Supplier<Workspace> workspace;
  private final WriteOptions options;

  /**
   * @param workspace finds or makes the workspace when it is first needed
   */
  ApplicationModule(AppConfig config, Supplier<Workspace> workspace, WriteOptions options) {
    this.config = config;
    this.workspace = workspace;
    this.options = options;
  }

  @Override
  protected void configure() {
    bind(AppConfig.class).toInstance(config);
    install(
        new FilesystemModule(
            new FilesystemConfig(
                config.project(), config.fixedCourses(), config.courses(), COMMAND)));
    install(new WriterModule(config, options));
  }

  @Provides
  @Singleton
  Workspace workspace() {
    return workspace.get();
  }

  @Provides
  @Singleton
  CourseMirror mirror(@OfAdapter CourseMirror opened, Resources resources) {
    resources.onClose(opened::close);
    return opened;
  }

  /** Questions end with the mirror, which is opened with them. */
  @Provides
  @Opened
  CourseQueries queries(CourseMirror opened, @OfAdapter Provider<CourseQueries> queries) {
    return queries.get();
  }

  /** They end with the mirror, which is opened with them. */
  @Provides
  @Opened
  ProjectMembers members(CourseMirror opened, @OfAdapter Provider<ProjectMembers> members) {
    return members.get();
  }

  @Provides
  @Singleton
  Homes homes(Workspace workspace, CourseMirror mirror, Bases bases, Lanes lanes) {
    workspace.remember(ServerName.of(config), mirror.identity());
    return new Homes(workspace.folders(MirrorBoundaries.of(mirror, config)), mirror, bases, lanes);
  }

  @Provides
  @Singleton
  SyncSettings syncSettings(Workspace workspace) {
    return new SyncSettings(
        config.origin().orElseGet(workspace::origin),
        config.sizeLimit(),
        config.syncSenders(),
        config.lockWait(),
        config.syncTries(),
        true,
        config.search());
  }
}
