package com.example;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Lanes;
import io.creatoros.core.sync.Pauses;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.sync.Synchronizer;
import io.creatoros.filesystem.FilesystemConfig;
import io.creatoros.filesystem.FilesystemModule;
import io.creatoros.filesystem.Workspace;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Adapters taken one by one: sends what all courses of a folder owe to a database. */
public final class OwnWiring {

  private OwnWiring() {}

  public static void main(String[] arguments) {
    Workspace workspace = Workspace.init(Path.of(arguments[0]));
    Injector injector =
        Guice.createInjector(
            binder -> binder.bind(Workspace.class).toInstance(workspace),
            new FilesystemModule(FilesystemConfig.of("default", "own wiring")),
            new PostgresModule(PostgresConfig.of(arguments[1])));
    try (CourseMirror mirror = injector.getInstance(CourseMirror.class)) {
      Homes homes =
          new Homes(
              injector.getInstance(CourseFolders.class),
              mirror,
              injector.getInstance(Bases.class),
              injector.getInstance(Lanes.class));
      Synchronizer synchronizer =
          new Synchronizer(
              homes,
              SyncSettings.defaults(workspace.origin()),
              SyncListener.SILENT,
              Pauses.jittered(Duration.ofMillis(50), Duration.ofSeconds(2)));
      SyncReport report = synchronizer.sync(List.of(CourseId.ROOT), SyncOptions.PLAIN);
      report
          .courses()
          .forEach(course -> System.out.println(course.course() + " " + course.written()));
    }
  }
}
