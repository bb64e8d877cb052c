package io.creatoros.app.wiring;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened and has to be closed, the last first. */
@Singleton
final class Resources implements AutoCloseable {

  private final Deque<Runnable> closers = new ArrayDeque<>();

  @Inject
  Resources() {}

  synchronized void onClose(Runnable closer) {
    closers.push(closer);
  }

  /** Closes everything, even when something fails to, or the command was interrupted. */
  @Override
  public synchronized void close() {
    boolean interrupted = Thread.interrupted();
    try {
      closeAll();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void closeAll() {
    RuntimeException failure = null;
    while (!closers.isEmpty()) {
      try {
        closers.pop().run();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
