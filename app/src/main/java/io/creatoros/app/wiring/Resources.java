package io.creatoros.app.wiring;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was opened and has to be closed: first who still writes, then the places, the last first.
 * What is opened after the end is closed at once.
 */
@Singleton
final class Resources implements AutoCloseable {

  private final Deque<Runnable> writers = new ArrayDeque<>();
  private final Deque<Runnable> places = new ArrayDeque<>();
  private boolean closed;

  @Inject
  Resources() {}

  /** Something that others may still write to until they are closed. */
  void onClose(Runnable closer) {
    if (!isTaken(places, closer)) {
      closer.run();
    }
  }

  /** Something that still writes. */
  void onCloseFirst(Runnable closer) {
    if (!isTaken(writers, closer)) {
      closer.run();
    }
  }

  private synchronized boolean isTaken(Deque<Runnable> closers, Runnable closer) {
    if (!closed) {
      closers.push(closer);
    }
    return !closed;
  }

  /** Closes everything once, even when something fails to, or the command was interrupted. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      Optional<RuntimeException> failure = closeAll(taken(writers), Optional.empty());
      end();
      failure = closeAll(taken(places), failure);
      if (failure.isPresent()) {
        throw failure.get();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void end() {
    closed = true;
  }

  private synchronized List<Runnable> taken(Deque<Runnable> closers) {
    List<Runnable> all = List.copyOf(closers);
    closers.clear();
    return all;
  }

  private static Optional<RuntimeException> closeAll(
      List<Runnable> closers, Optional<RuntimeException> before) {
    Optional<RuntimeException> failure = before;
    for (Runnable closer : closers) {
      try {
        closer.run();
      } catch (RuntimeException e) {
        failure.ifPresent(first -> first.addSuppressed(e));
        failure = failure.or(() -> Optional.of(e));
      }
    }
    return failure;
  }
}
