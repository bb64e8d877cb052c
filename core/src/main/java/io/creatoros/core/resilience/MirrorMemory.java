package io.creatoros.core.resilience;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorCourse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a {@link RememberingMirror} remembers of one mirror: the courses that were written last, up
 * to 64 and 64 MiB. What the mirror said counts for five seconds. Each commit that it takes makes
 * that five seconds again, for a minute in all, so that edits by hand are seen in time. May be used
 * from several threads.
 */
public final class MirrorMemory {

  private static final int COURSES = 64;
  private static final long BYTES = 64L << 20;
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private final Map<CourseId, Dated> courses = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  private record Dated(Remembered remembered, long read, long confirmed, long weight) {

    Dated(Remembered remembered, long read, long confirmed) {
      this(remembered, read, confirmed, remembered.weight());
    }
  }

  /** A memory that holds nothing yet. */
  public MirrorMemory() {
    this(System::nanoTime);
  }

  /**
   * The same.
   *
   * @param nanoTime a clock as {@link System#nanoTime} is one
   */
  public MirrorMemory(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** What the mirror holds of a course, as far as that is known and counts. */
  synchronized Optional<Remembered> recall(CourseId course) {
    return Optional.ofNullable(courses.get(course))
        .filter(dated -> isWithin(FRESH, dated.confirmed()))
        .map(Dated::remembered);
  }

  /** What was known of a course, however long ago, for what a commit confirms. */
  synchronized Optional<Remembered> at(CourseId course, long revision) {
    return Optional.ofNullable(courses.get(course))
        .filter(dated -> isWithin(LONGEST, dated.read()))
        .map(Dated::remembered)
        .filter(known -> known.course().head().revision() == revision);
  }

  /** Remembers what the mirror just said; if it is nothing new, all that was known counts anew. */
  synchronized void read(CourseId course, MirrorCourse said) {
    long now = nanoTime.getAsLong();
    Remembered known =
        Optional.ofNullable(courses.get(course))
            .map(Dated::remembered)
            .filter(before -> before.course().equals(said))
            .orElseGet(() -> Remembered.of(said));
    put(course, new Dated(known, now, now));
  }

  /** Adds to what counts still, without making it count longer. */
  synchronized void add(CourseId course, Remembered before, Remembered after) {
    Dated dated = courses.get(course);
    if (dated != null && dated.remembered() == before) {
      put(course, new Dated(after, dated.read(), dated.confirmed()));
    }
  }

  /** Remembers what a commit made of a course. */
  synchronized void confirmed(CourseId course, Remembered after) {
    long now = nanoTime.getAsLong();
    Dated dated = courses.get(course);
    put(course, new Dated(after, dated == null ? now : dated.read(), now));
  }

  /** Forgets a course. */
  synchronized void forget(CourseId course) {
    Dated gone = courses.remove(course);
    weight -= gone == null ? 0 : gone.weight();
  }

  /** Forgets everything. */
  synchronized void forgetAll() {
    courses.clear();
    weight = 0;
  }

  private boolean isWithin(Duration time, long since) {
    return nanoTime.getAsLong() - since < time.toNanos();
  }

  private void put(CourseId course, Dated dated) {
    forget(course);
    courses.put(course, dated);
    weight += dated.weight();
    while (courses.size() > COURSES || weight > BYTES) {
      forget(courses.keySet().iterator().next());
    }
  }
}
