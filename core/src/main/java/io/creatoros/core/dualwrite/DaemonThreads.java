package io.creatoros.core.dualwrite;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that end when they are idle for long, and that no process is kept alive by. */
final class DaemonThreads {

  private static final long IDLE_SECONDS = 10;

  private DaemonThreads() {}

  /** Runs tasks one after the other. */
  static ExecutorService one(String name) {
    return threads(name, 1, 1, new LinkedBlockingQueue<>());
  }

  /** Runs all tasks at once; whoever uses them sets the limit. */
  static ExecutorService many(String name) {
    return threads(name, 0, Integer.MAX_VALUE, new SynchronousQueue<>());
  }

  private static ExecutorService threads(
      String name, int least, int most, BlockingQueue<Runnable> queue) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            least, most, IDLE_SECONDS, TimeUnit.SECONDS, queue, task -> thread(name, task));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** A thread that is not started yet. */
  static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
