package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.resilience.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Answers at once that files are pending, and offers them to another leg behind the caller's back:
 * course by course in the order in which they came, what a course has waiting in one offer. Holds
 * names only, never bytes, and not more than a given number: what is lost with the process is owed,
 * as the folder tells.
 */
final class WriteBehindLeg implements MirrorLeg {

  private final MirrorLeg delegate;
  private final int capacity;
  private final ExecutorService sender;
  private final Map<CourseId, Batch> waiting = new LinkedHashMap<>();
  private Optional<Batch> underWay = Optional.empty();
  private int files;
  private boolean running;
  private boolean closed;

  /**
   * A queue before a leg.
   *
   * @param capacity how many files may wait at most
   * @param sender runs one task at a time; closed with this leg
   */
  WriteBehindLeg(MirrorLeg delegate, int capacity, ExecutorService sender) {
    this.delegate = delegate;
    this.capacity = capacity;
    this.sender = sender;
  }

  @Override
  public synchronized Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    if (closed) {
      return Offer.of(Outcomes.closed());
    }
    Batch batch = waiting.getOrDefault(course, new Batch(course));
    int more = batch.lacking(paths);
    if (files + more > capacity) {
      return Offer.of(
          Outcomes.owed(
              OwedReason.QUEUE_FULL,
              "QUEUE_FULL",
              "files waiting to be sent: " + files + " of at most " + capacity));
    }
    files += more;
    waiting.put(course, batch);
    if (!running) {
      running = true;
      sender.execute(this::sendAll);
    }
    return new Offer(new MirrorOutcome.Pending(), batch.add(paths));
  }

  private void sendAll() {
    for (Optional<Batch> next = next(); next.isPresent(); next = next()) {
      send(next.get());
    }
  }

  private synchronized Optional<Batch> next() {
    underWay = waiting.values().stream().findFirst();
    if (underWay.isPresent()) {
      waiting.remove(underWay.get().course);
      files -= underWay.get().paths.size();
    } else if (!closed) {
      ended();
    }
    return underWay;
  }

  private synchronized void ended() {
    running = false;
    notifyAll();
  }

  /** A path in question spoils the answer of those only who asked about it. */
  private void send(Batch batch) {
    MirrorOutcome all = offered(batch.course, batch.paths);
    for (Call call : batch.calls) {
      boolean own = batch.calls.size() > 1 && Outcomes.isAboutPaths(all);
      call.answer.complete(own ? offered(batch.course, call.paths) : all);
    }
  }

  private MirrorOutcome offered(CourseId course, SortedSet<ArtifactPath> paths) {
    try {
      return delegate.offer(course, paths).outcome();
    } catch (RuntimeException | Error defect) {
      return Outcomes.of(course, defect);
    }
  }

  @Override
  public boolean flush(Duration patience) {
    Budget budget = Budget.of(patience);
    return isDone(budget) && delegate.flush(budget.left());
  }

  private synchronized boolean isDone(Budget budget) {
    try {
      while (running && !budget.isOver()) {
        TimeUnit.NANOSECONDS.timedWait(this, budget.left().toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !running;
  }

  @Override
  public void close() {
    givenUp()
        .forEach(batch -> batch.calls.forEach(call -> call.answer.complete(Outcomes.closed())));
    sender.shutdownNow();
    ended();
    delegate.close();
  }

  private synchronized Collection<Batch> givenUp() {
    closed = true;
    List<Batch> left = new ArrayList<>(waiting.values());
    underWay.ifPresent(left::add);
    waiting.clear();
    files = 0;
    return left;
  }

  /** What of one course is offered together. Guarded by the leg until it is under way. */
  private static final class Batch {

    private final CourseId course;
    private final SortedSet<ArtifactPath> paths = new TreeSet<>();
    private final List<Call> calls = new ArrayList<>();

    Batch(CourseId course) {
      this.course = course;
    }

    int lacking(SortedSet<ArtifactPath> asked) {
      return (int) asked.stream().filter(path -> !paths.contains(path)).count();
    }

    CompletableFuture<MirrorOutcome> add(SortedSet<ArtifactPath> asked) {
      Call call = new Call(new TreeSet<>(asked), new CompletableFuture<>());
      calls.add(call);
      paths.addAll(asked);
      return call.answer;
    }
  }

  private record Call(SortedSet<ArtifactPath> paths, CompletableFuture<MirrorOutcome> answer) {}
}
