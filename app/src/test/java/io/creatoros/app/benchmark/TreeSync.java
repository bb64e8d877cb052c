package io.creatoros.app.benchmark;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Pauses;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.sync.Synchronizer;
import io.creatoros.filesystem.Workspace;
import java.time.Duration;
import java.util.List;

/** Syncs of a whole tree, which have to leave nothing open. */
final class TreeSync {

  /** What a sync writes. */
  enum Writes {
    BYTES,
    ROWS,
    ROWS_AND_SEARCH
  }

  private final Synchronizer synchronizer;
  private final int files;

  TreeSync(Workspace workspace, int files, CourseMirror mirror, Writes writes) {
    this.files = files;
    Bases bases = workspace.bases(mirror.identity(), "default");
    Homes homes =
        new Homes(
            workspace.folders(CourseBoundaries.unknown()),
            mirror,
            bases,
            workspace.lanes("creatoros benchmark"));
    this.synchronizer =
        new Synchronizer(
            homes,
            settings(writes),
            SyncListener.SILENT,
            Pauses.jittered(Duration.ofMillis(50), Duration.ofSeconds(1)));
  }

  void run() {
    SyncReport report = synchronizer.sync(List.of(CourseId.ROOT), SyncOptions.PLAIN);
    int synced = report.courses().stream().mapToInt(course -> course.files()).sum();
    if (!report.isEqual() || synced != files) {
      throw new IllegalStateException("sync left something open");
    }
  }

  private static SyncSettings settings(Writes writes) {
    SyncSettings all = SyncSettings.defaults("benchmark");
    return switch (writes) {
      case BYTES -> all.bytesOnly();
      case ROWS -> all.unsearchable();
      case ROWS_AND_SEARCH -> all;
    };
  }
}
