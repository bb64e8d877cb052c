package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionException;
import io.creatoros.app.watch.Round;
import io.creatoros.app.watch.Watcher;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.Pauses;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.Synchronizer;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The synchronisation that a watcher asks for. After a failure of the mirror everything is opened
 * anew.
 */
final class WatchedSync implements Watcher.Sync, AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final Supplier<Session> opener;
  private final WatchView view;
  private final Settling settling = new Settling();
  private Session session;
  private boolean worked;
  private boolean down;

  /**
   * @param session is used first; closing it is left to the caller
   * @param opener opens another one when that one failed
   */
  WatchedSync(Session session, Supplier<Session> opener, WatchView view) {
    this.session = session;
    this.opener = opener;
    this.view = view;
  }

  @Override
  public Round run(Set<CourseId> courses) {
    try {
      if (down) {
        session.close();
        session = opener.get();
      }
      SyncReport report = sync(courses.contains(CourseId.ROOT) ? session.scopes() : courses);
      Optional<StorageException> lost = lost(report);
      if (lost.isPresent()) {
        return failed(lost.get());
      }
      Set<CourseId> again = settling.of(report);
      view.synced(report, again);
      again.addAll(held(report));
      down = false;
      worked = true;
      return new Round(false, again, courses(report));
    } catch (StorageException | SessionException e) {
      return failed(e);
    }
  }

  private SyncReport sync(Collection<CourseId> scopes) {
    Progress progress = view.progress();
    try {
      return new Synchronizer(
              session.homes(),
              SyncCommand.settings(session),
              progress,
              Pauses.jittered(FIRST_PAUSE, LONGEST_PAUSE))
          .sync(scopes, SyncOptions.PLAIN);
    } finally {
      progress.clear();
    }
  }

  /** What never worked and does not pass by itself is told as sync tells it. */
  private Round failed(RuntimeException e) {
    Failure failure = Failure.of(e);
    if (!worked && failure.exit() != ExitCode.UNREACHABLE) {
      throw e;
    }
    down = true;
    view.down(failure);
    return Round.mirrorDown();
  }

  /** A failure that concerns the whole mirror. */
  private static Optional<StorageException> lost(SyncReport report) {
    return report.courses().stream()
        .flatMap(course -> course.failure().stream())
        .filter(
            e ->
                e instanceof StorageUnavailableException
                    || e instanceof StoragePermissionException
                    || e instanceof StorageSchemaException)
        .findFirst();
  }

  /** Courses that somebody else held. */
  private static Set<CourseId> held(SyncReport report) {
    return report.courses().stream()
        .filter(
            course -> course.failure().filter(StorageLockedException.class::isInstance).isPresent())
        .map(CourseReport::course)
        .collect(Collectors.toSet());
  }

  private static Set<CourseId> courses(SyncReport report) {
    return report.courses().stream().map(CourseReport::course).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    session.close();
  }
}
