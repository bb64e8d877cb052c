package io.creatoros.core.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that stands until it is moved, and runs what is due on the thread that moves it. */
final class ManualTime extends Clock implements ProbeTimer {

  private final List<Task> tasks = new ArrayList<>();
  private Instant now;

  private record Task(Instant at, Runnable work) {}

  ManualTime(Instant start) {
    now = start;
  }

  /** Moves on, stopping wherever something is due. */
  void advance(Duration by) {
    Instant end = now.plus(by);
    for (Optional<Task> due = due(end); due.isPresent(); due = due(end)) {
      now = due.get().at();
      tasks.remove(due.get());
      due.get().work().run();
    }
    now = end;
  }

  /** How many tasks wait. */
  int tasks() {
    return tasks.size();
  }

  /** The task that is due next. */
  Runnable next() {
    return tasks.get(0).work();
  }

  long nanos() {
    return Duration.between(Instant.EPOCH, now).toNanos();
  }

  @Override
  public Runnable after(Duration delay, Runnable work) {
    Task task = new Task(now.plus(delay), work);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  private Optional<Task> due(Instant end) {
    return tasks.stream()
        .filter(task -> !task.at().isAfter(end))
        .min(Comparator.comparing(Task::at));
  }
}
