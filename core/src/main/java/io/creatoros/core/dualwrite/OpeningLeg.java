package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Has the mirror opened before a leg is offered anything, and waits for that with a patience of its
 * own: a server that has to be started is not one that is slow to answer. The mirror is opened on a
 * thread of its own, by the first offer, and again after a failure.
 */
final class OpeningLeg implements MirrorLeg {

  private final MirrorLeg delegate;
  private final Runnable opening;
  private final Duration patience;
  private final ExecutorService threads;
  private final Consumer<StorageUnavailableException> gaveUp;
  private Optional<CompletableFuture<Void>> latest = Optional.empty();

  /**
   * A leg behind a mirror that has to be opened.
   *
   * @param opening opens the mirror, or finds it open; throws what keeps it from being opened
   * @param threads where it is opened; closed with this leg
   * @param gaveUp is told whenever the patience ran out
   */
  OpeningLeg(
      MirrorLeg delegate,
      Runnable opening,
      Duration patience,
      ExecutorService threads,
      Consumer<StorageUnavailableException> gaveUp) {
    this.delegate = delegate;
    this.opening = opening;
    this.patience = patience;
    this.threads = threads;
    this.gaveUp = gaveUp;
  }

  @Override
  public Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    return hindrance(course).map(Offer::of).orElseGet(() -> delegate.offer(course, paths));
  }

  private Optional<MirrorOutcome> hindrance(CourseId course) {
    try {
      opened().get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(Outcomes.of(course, e.getCause()));
    } catch (TimeoutException e) {
      StorageUnavailableException failure =
          new StorageUnavailableException(
              "MIRROR_TIMEOUT",
              "the mirror was not open within " + patience.toMillis() + " ms",
              "creatoros sync");
      gaveUp.accept(failure);
      return Optional.of(Outcomes.timeout(failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Outcomes.interrupted());
    } catch (RejectedExecutionException | CancellationException e) {
      return Optional.of(Outcomes.closed());
    }
  }

  /** What opens the mirror now, or opened it; who comes meanwhile waits for the same. */
  private synchronized CompletableFuture<Void> opened() {
    CompletableFuture<Void> open =
        latest
            .filter(last -> !last.isCompletedExceptionally())
            .orElseGet(() -> CompletableFuture.runAsync(opening, threads));
    latest = Optional.of(open);
    return open;
  }

  @Override
  public boolean flush(Duration patience) {
    return delegate.flush(patience);
  }

  /** Ends opening, if that is under way, and all waiting for it. */
  @Override
  public void close() {
    threads.shutdownNow();
    giveUp();
    delegate.close();
  }

  private synchronized void giveUp() {
    latest.ifPresent(open -> open.cancel(false));
  }
}
