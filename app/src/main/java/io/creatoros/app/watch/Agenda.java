package io.creatoros.app.watch;

import io.creatoros.core.course.CourseId;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides when which courses are due. Times are nanoseconds of one clock. {@link CourseId#ROOT}
 * stands for everything.
 */
final class Agenda {

  private final Timing timing;
  private final Set<CourseId> changed = new TreeSet<>();
  private final Set<CourseId> later = new TreeSet<>();
  private long firstChange;
  private long lastChange;
  private long laterAt;
  private long rescanAt;
  private long notBefore;
  private int failures;

  /** Everything is due at once. */
  Agenda(Timing timing, long now) {
    this.timing = timing;
    this.rescanAt = now;
    this.notBefore = now;
  }

  /** A course seems to have changed. */
  void changed(CourseId course, long now) {
    if (changed.isEmpty()) {
      firstChange = now;
    }
    changed.add(course);
    lastChange = now;
  }

  /** Everything is looked at again after this time at the latest. */
  void rescanWithin(Duration time, long now) {
    rescanAt = earlier(rescanAt, now + time.toNanos());
  }

  /** How long until something is due; zero if it is. */
  Duration untilDue(long now) {
    long due = rescanAt;
    if (!changed.isEmpty()) {
      due = earlier(due, changesDue());
    }
    if (!later.isEmpty()) {
      due = earlier(due, laterAt);
    }
    long left = (due - notBefore < 0 ? notBefore : due) - now;
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }

  /** Takes what is due. */
  Set<CourseId> take(long now) {
    Set<CourseId> due = new TreeSet<>();
    if (rescanAt - now <= 0) {
      due.add(CourseId.ROOT);
    }
    if (!changed.isEmpty() && changesDue() - now <= 0) {
      due.addAll(changed);
      changed.clear();
    }
    if (!later.isEmpty() && laterAt - now <= 0) {
      due.addAll(later);
      later.clear();
    }
    if (due.contains(CourseId.ROOT)) {
      changed.clear();
      later.clear();
      return Set.of(CourseId.ROOT);
    }
    return due;
  }

  /** What was taken is done, or has to be done again. */
  void done(Collection<CourseId> taken, Round round, long now) {
    if (round.down()) {
      failures++;
      notBefore = now + timing.pause(failures).toNanos();
      taken.forEach(course -> changed(course, now));
    } else {
      failures = 0;
      if (!round.again().isEmpty()) {
        later.addAll(round.again());
        laterAt = now + timing.retry().toNanos();
      }
    }
    if (taken.contains(CourseId.ROOT)) {
      rescanAt = now + timing.rescan().toNanos();
    }
  }

  private long changesDue() {
    return earlier(lastChange + timing.quiet().toNanos(), firstChange + timing.longest().toNanos());
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }
}
