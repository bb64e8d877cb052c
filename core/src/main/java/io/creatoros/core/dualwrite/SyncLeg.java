package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.projection.ProjectionMemory;
import io.creatoros.core.resilience.Budget;
import io.creatoros.core.resilience.MirrorGuard;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.CourseUpdate;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Pauses;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncSettings;
import java.time.Duration;
import java.util.SortedSet;
import java.util.function.LongSupplier;

/**
 * The leg that sends: one course's part of a sync, writes only. Waits for the course's lane, and
 * for a course that keeps moving, as long as its budget lasts; a call under way is not cut off.
 */
final class SyncLeg implements MirrorLeg {

  private final HomesSource source;
  private final MirrorGuard guard;
  private final SyncSettings settings;
  private final Duration time;
  private final Pauses pauses;
  private final LongSupplier nanoTime;
  private final ProjectionMemory projected = new ProjectionMemory();

  SyncLeg(
      HomesSource source,
      MirrorGuard guard,
      SyncSettings settings,
      Duration time,
      Pauses pauses,
      LongSupplier nanoTime) {
    this.source = source;
    this.guard = guard;
    this.settings = settings;
    this.time = time;
    this.pauses = pauses;
    this.nanoTime = nanoTime;
  }

  @Override
  public Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    Budget budget = Budget.of(time, nanoTime);
    try {
      return Offer.of(Outcomes.of(update(course, paths, budget), paths));
    } catch (RuntimeException | Error e) {
      return Offer.of(Outcomes.of(course, e));
    }
  }

  private CourseReport update(CourseId course, SortedSet<ArtifactPath> paths, Budget budget) {
    Homes open = guard.opening(source::open);
    Homes homes =
        new Homes(
            open.folders(),
            guard.guard(open.mirror(), budget),
            guard.heeding(open.bases()),
            open.lanes());
    Pauses within = failed -> pause(course, failed, budget);
    return new CourseUpdate(homes, settings, SyncListener.SILENT, within, projected)
        .of(course, paths, patience(budget));
  }

  /** Less than the budget, so that a caller hears who is in the way before its time is over. */
  private static Duration patience(Budget budget) {
    return budget.left().multipliedBy(9).dividedBy(10);
  }

  private void pause(CourseId course, int failed, Budget budget) throws InterruptedException {
    if (budget.isOver()) {
      throw new StorageLockedException(
          Outcomes.COURSE_BUSY, "course \"" + course + "\" kept moving in the mirror", "");
    }
    pauses.afterTry(failed);
  }

  /** Nothing is ever pending: an offer is answered when it returns. */
  @Override
  public boolean flush(Duration patience) {
    return true;
  }

  @Override
  public void close() {
    source.close();
  }
}
