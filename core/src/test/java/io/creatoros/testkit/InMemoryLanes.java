package io.creatoros.testkit;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.sync.Lanes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lanes of one process. */
public final class InMemoryLanes implements Lanes {

  private final Map<CourseId, Semaphore> lanes = new ConcurrentHashMap<>();

  @Override
  public Lane acquire(CourseId course, Duration patience) {
    Semaphore lane = lanes.computeIfAbsent(course, unused -> new Semaphore(1, true));
    if (!taken(lane, patience)) {
      throw new StorageLockedException(
          "LANE_BUSY", "course \"" + course + "\" is being sent by another thread", "");
    }
    AtomicBoolean held = new AtomicBoolean(true);
    return () -> {
      if (held.getAndSet(false)) {
        lane.release();
      }
    };
  }

  private static boolean taken(Semaphore lane, Duration patience) {
    try {
      return lane.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
