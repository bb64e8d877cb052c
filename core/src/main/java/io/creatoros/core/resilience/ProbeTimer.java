package io.creatoros.core.resilience;

import java.time.Duration;

/** Runs something later; injected, so that tests need not wait for it. */
@FunctionalInterface
public interface ProbeTimer {

  /** A daemon thread for each task, which ends with it: none while nothing is to be run. */
  ProbeTimer THREADS = ProbeTimer::start;

  /**
   * Runs a task once.
   *
   * @return gives the task up, running or not
   */
  Runnable after(Duration delay, Runnable task);

  private static Runnable start(Duration delay, Runnable task) {
    Thread thread = new Thread(() -> runAfter(delay, task), "creatoros-mirror-probe");
    thread.setDaemon(true);
    thread.start();
    return thread::interrupt;
  }

  private static void runAfter(Duration delay, Runnable task) {
    try {
      Waiting.SLEEPING.pause(delay);
    } catch (InterruptedException givenUp) {
      return;
    }
    task.run();
  }
}
