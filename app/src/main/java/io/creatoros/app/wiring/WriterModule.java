package io.creatoros.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.DualWriteConfig;
import io.creatoros.app.config.MirrorKind;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.dualwrite.CourseWriter;
import io.creatoros.core.dualwrite.DualWriteSettings;
import io.creatoros.core.dualwrite.DualWrites;
import io.creatoros.core.persist.CoursePersister;
import io.creatoros.core.resilience.BreakerPolicy;
import io.creatoros.core.resilience.ResilientMirror;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.filesystem.Workspace;
import java.util.List;

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

  /** The probe asks past the guard, and opens the mirror if it has to. */
  @Provides
  @Singleton
  ResilientMirror guard(Workspace workspace, Provider<Homes> homes, Resources resources) {
    ResilientMirror guard =
        ResilientMirror.of(
            BreakerPolicy.DEFAULT,
            workspace.breakerMemory(ServerName.of(config)),
            () -> opened(homes).mirror().heads(List.of(CourseId.ROOT)),
            options.meters());
    resources.onCloseFirst(guard::close);
    return guard;
  }

  @Provides
  @Singleton
  CourseWriter writer(
      CourseFolders folders,
      Workspace workspace,
      SyncSettings sync,
      Provider<ResilientMirror> guard,
      Provider<Homes> homes) {
    DualWrites writes =
        DualWrites.to(folders, settings(config.dualWrite(), sync))
            .whenever(options.persist())
            .reportingTo(options.listener())
            .meteredBy(options.meters())
            .remembering(() -> Remembered.bases(workspace, config));
    options.opening().ifPresent(writes::openedWithin);
    return config.mirror() == MirrorKind.NONE
        ? writes.open()
        : writes.guardedBy(guard.get()).mirroredTo(() -> opened(homes)).open();
  }

  private static Homes opened(Provider<Homes> homes) {
    return Unwrapped.asStorage(homes::get);
  }

  @Provides
  @Singleton
  @Opened
  CoursePersister persister(CourseFolders folders, CourseWriter writer, Resources resources) {
    CoursePersister persister = new CoursePersister(folders, writer, config.sizeLimit());
    resources.onCloseFirst(persister::close);
    return persister;
  }

  private DualWriteSettings settings(DualWriteConfig config, SyncSettings sync) {
    DualWriteSettings usual =
        DualWriteSettings.defaults(sync.origin()).sending(sync).within(config.budget());
    DualWriteSettings settings = options.drain().map(usual::drainingFor).orElse(usual);
    return config.writeBehind() ? settings.writingBehind(config.queue()) : settings;
  }
}
