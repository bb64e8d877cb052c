package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.DualWriteConfig;
import io.creatoros.app.config.MirrorKind;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.core.dualwrite.DualWriteSettings;
import io.creatoros.core.dualwrite.DualWrites;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.filesystem.Workspace;

/** How programs write courses: to the folder, and from there to the mirror. */
final class WriterModule extends AbstractModule {

  private final AppConfig config;
  private final WriteOptions options;

  WriterModule(AppConfig config, WriteOptions options) {
    this.config = config;
    this.options = options;
  }

  @Override
  protected void configure() {
    bind(WriteOptions.class).toInstance(options);
  }

  @Provides
  @Singleton
  CourseWriter writer(
      CourseFolders folders, Workspace workspace, SyncSettings sync, Provider<Homes> homes) {
    DualWrites writes =
        DualWrites.to(folders, settings(config.dualWrite(), sync))
            .whenever(options.persist())
            .reportingTo(options.listener())
            .meteredBy(options.meters())
            .remembering(() -> Remembered.bases(workspace, config));
    return config.mirror() == MirrorKind.NONE
        ? writes.open()
        : writes.mirroredTo(() -> Unwrapped.asStorage(homes::get)).open();
  }

  @Provides
  @Singleton
  @Opened
  CoursePersister persister(CourseFolders folders, CourseWriter writer, Resources resources) {
    CoursePersister persister = new CoursePersister(folders, writer, config.sizeLimit());
    resources.onCloseFirst(persister::close);
    return persister;
  }

  private static DualWriteSettings settings(DualWriteConfig config, SyncSettings sync) {
    DualWriteSettings settings =
        DualWriteSettings.defaults(sync.origin()).sending(sync).within(config.budget());
    return config.writeBehind() ? settings.writingBehind(config.queue()) : settings;
  }
}
