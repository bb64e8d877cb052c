package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.resilience.Budget;
import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a leg no longer than a budget. The leg works on a thread of its own, and goes on when
 * nobody waits any more: what it sends late is remembered as sent. Until it comes back nobody waits
 * for the same course again, whose lane it holds.
 */
final class BudgetedLeg implements MirrorLeg {

  private static final Logger LOG = LoggerFactory.getLogger(BudgetedLeg.class);

  private final MirrorLeg delegate;
  private final Duration budget;
  private final Duration closing;
  private final Semaphore places;
  private final ExecutorService threads;
  private final Consumer<StorageUnavailableException> gaveUp;
  private final Set<Future<?>> underWay = ConcurrentHashMap.newKeySet();
  private final Map<Future<?>, CourseId> late = new ConcurrentHashMap<>();

  /**
   * A leg with a budget.
   *
   * @param closing how long closing waits for the delegate to close
   * @param calls how many may be under way at once
   * @param threads where the delegate works, as many as there are calls; closed with this leg
   * @param gaveUp is told whenever the budget ran out
   */
  BudgetedLeg(
      MirrorLeg delegate,
      Duration budget,
      Duration closing,
      int calls,
      ExecutorService threads,
      Consumer<StorageUnavailableException> gaveUp) {
    this.delegate = delegate;
    this.budget = budget;
    this.closing = closing;
    this.places = new Semaphore(calls);
    this.threads = threads;
    this.gaveUp = gaveUp;
  }

  @Override
  public Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    if (isLate(course)) {
      return Offer.of(
          Outcomes.timeout(
              notAnswered("an earlier call for course \"" + course + "\" has not come back")));
    }
    if (!places.tryAcquire()) {
      return Offer.of(busy());
    }
    CompletableFuture<MirrorOutcome> answer = new CompletableFuture<>();
    underWay.add(answer);
    answer.whenComplete((outcome, failure) -> underWay.remove(answer));
    try {
      threads.execute(() -> answer.complete(send(course, paths)));
    } catch (RejectedExecutionException e) {
      places.release();
      answer.complete(busy());
    }
    return Offer.of(waitedFor(course, answer));
  }

  private static MirrorOutcome busy() {
    return Outcomes.owed(
        OwedReason.BUSY,
        "MIRROR_BUSY",
        "too many calls wait for the mirror to answer, or the writer was closed");
  }

  /** By the answers themselves: a call is over for whoever saw it come back. */
  private boolean isLate(CourseId course) {
    return late.entrySet().stream()
        .anyMatch(call -> call.getValue().equals(course) && !call.getKey().isDone());
  }

  /** Its place is free before its answer is seen. */
  private MirrorOutcome send(CourseId course, SortedSet<ArtifactPath> paths) {
    try {
      return delegate.offer(course, paths).outcome();
    } catch (RuntimeException | Error defect) {
      return Outcomes.of(course, defect);
    } finally {
      places.release();
    }
  }

  private MirrorOutcome waitedFor(CourseId course, CompletableFuture<MirrorOutcome> answer) {
    if (isOver(answer, budget)) {
      return answer.join();
    }
    if (Thread.currentThread().isInterrupted()) {
      return Outcomes.interrupted();
    }
    late.put(answer, course);
    answer.whenComplete((outcome, failure) -> late.remove(answer));
    StorageUnavailableException failure =
        notAnswered("the mirror did not answer within " + budget.toMillis() + " ms");
    gaveUp.accept(failure);
    return Outcomes.timeout(failure);
  }

  private static StorageUnavailableException notAnswered(String why) {
    return new StorageUnavailableException("MIRROR_TIMEOUT", why, "creatoros sync");
  }

  /** Waits for what is late, too. */
  @Override
  public boolean flush(Duration patience) {
    Budget left = Budget.of(patience);
    CompletableFuture<?>[] all = underWay.toArray(CompletableFuture[]::new);
    return isOver(CompletableFuture.allOf(all), left.left()) && delegate.flush(left.left());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    CompletableFuture<Void> closed = new CompletableFuture<>();
    DaemonThreads.thread("creatoros-close", () -> close(closed)).start();
    isOver(closed, closing);
  }

  private void close(CompletableFuture<Void> closed) {
    try {
      delegate.close();
    } catch (RuntimeException failed) {
      LOG.warn("MIRROR_NOT_CLOSED: {}", failed.getMessage());
    } finally {
      closed.complete(null);
    }
  }

  private static boolean isOver(Future<?> work, Duration patience) {
    try {
      work.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new AssertionError("nothing waited for fails", e);
    }
  }
}
