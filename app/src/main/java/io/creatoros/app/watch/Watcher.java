package io.creatoros.app.watch;

import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseId;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Synchronises courses as their files change, until it is interrupted. What is heard only tells
 * where to look, and when: everything is looked at again from time to time.
 *
 * <pre>
 *   changes ── hints ──► agenda ── what is due ──► sync
 *                          ▲                        │
 *                          └──── done, or again ────┘
 * </pre>
 */
public final class Watcher {

  /** Synchronises courses. */
  @FunctionalInterface
  public interface Sync {

    /**
     * Synchronises, and does not throw for the mirror's sake.
     *
     * @param courses the courses; {@link CourseId#ROOT} alone for everything that is watched
     */
    Round run(Set<CourseId> courses) throws InterruptedException;
  }

  private final Changes changes;
  private final Sync sync;
  private final Timing timing;
  private final LongSupplier clock;
  private final Set<CourseId> known = new TreeSet<>();

  /**
   * Nothing is closed by it.
   *
   * @param clock nanoseconds, as {@link System#nanoTime} tells them
   */
  public Watcher(Changes changes, Sync sync, Timing timing, LongSupplier clock) {
    this.changes = changes;
    this.sync = sync;
    this.timing = timing;
    this.clock = clock;
  }

  /**
   * Watches until the thread is interrupted; begins with everything.
   *
   * @throws InterruptedException always, in the end
   */
  public void run() throws InterruptedException {
    Agenda agenda = new Agenda(timing, clock.getAsLong());
    while (true) {
      for (String path : changes.await(agenda.untilDue(clock.getAsLong()))) {
        agenda.changed(owner(path), clock.getAsLong());
      }
      long now = clock.getAsLong();
      if (agenda.untilDue(now).isZero()) {
        work(agenda, agenda.take(now));
      }
    }
  }

  private void work(Agenda agenda, Set<CourseId> due) throws InterruptedException {
    boolean everything = due.contains(CourseId.ROOT);
    if (everything) {
      changes.refresh();
    }
    Round round = sync.run(due);
    if (everything && !round.down()) {
      known.clear();
    }
    known.addAll(round.courses());
    long now = clock.getAsLong();
    agenda.done(due, round, now);
    if (!changes.isComplete()) {
      agenda.rescanWithin(timing.deaf(), now);
    }
  }

  /** What nobody knows yet may be the beginning of a course. */
  private CourseId owner(String path) {
    return path.isEmpty() ? CourseId.ROOT : CourseBoundaries.owner(known, path);
  }
}
