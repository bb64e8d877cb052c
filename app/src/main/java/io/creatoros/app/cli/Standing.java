package io.creatoros.app.cli;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.MirrorKind;
import io.creatoros.app.session.Session;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.Owed;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.Synchronizer;
import java.util.List;
import java.util.Optional;

/**
 * Where the courses of a command stand, without anything being written.
 *
 * @param report how they compare; without courses when there is no mirror
 * @param mirrored whether there is a mirror
 * @param persisting whether programs that write courses write to the mirror too
 */
record Standing(SyncReport report, boolean mirrored, boolean persisting) {

  /** Compares; what a mirror that cannot be reached is owed is known without it. */
  static Standing of(Session session) {
    AppConfig config = session.configuration().config();
    boolean mirrored = config.mirror() != MirrorKind.NONE;
    SyncReport report = mirrored ? compare(session, config) : new SyncReport(List.of(), List.of());
    return new Standing(report, mirrored, config.dualWrite().persist());
  }

  private static SyncReport compare(Session session, AppConfig config) {
    try {
      return new Synchronizer(
              session.homes(), SyncCommand.settings(session), SyncListener.SILENT, failed -> {})
          .sync(session.scopes(), SyncOptions.DRY_RUN);
    } catch (StorageUnavailableException e) {
      return Owed.report(
          session.folders(), session.remembered(), session.scopes(), config.sizeLimit(), e);
    }
  }

  /** How many files are to be sent, or deleted in the mirror. */
  int unsent() {
    return report.courses().stream().mapToInt(Standing::unsent).sum();
  }

  private static int unsent(CourseReport course) {
    return course.count(Verdict.OWED) + course.count(Verdict.OWED_DELETE);
  }

  /** That files are owed because nobody was to send them; empty when that is not so. */
  Optional<String> databaseOff() {
    return mirrored && !persisting && unsent() > 0
        ? Optional.of(
            "database off, " + Text.count(unsent(), "file") + " not sent  (db-persist: off)")
        : Optional.empty();
  }
}
