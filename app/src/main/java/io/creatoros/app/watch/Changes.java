package io.creatoros.app.watch;

import java.time.Duration;
import java.util.Set;

/** Where a watcher hears of changes. It hears hints: some are missed, and some mean nothing. */
public interface Changes extends AutoCloseable {

  /**
   * Waits until something is heard, at most for the given time.
   *
   * @return the paths that seem to have changed, relative to the workspace, the empty path for
   *     anything; empty when nothing was heard
   */
  Set<String> await(Duration patience) throws InterruptedException;

  /** Looks which folders there are to be heard of. */
  void refresh();

  /** Whether changes of all folders can be heard. */
  boolean isComplete();

  @Override
  void close();
}
