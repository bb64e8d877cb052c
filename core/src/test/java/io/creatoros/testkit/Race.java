package io.creatoros.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the same task in several threads that start together. */
public final class Race {

  private Race() {}

  /**
   * Runs a task in threads named {@code racer-0}, {@code racer-1} and so on.
   *
   * @return what each gave
   * @throws Exception what the first failing one threw, as the cause
   */
  public static <T> List<T> run(int threads, Callable<T> task) throws Exception {
    AtomicInteger number = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, runnable -> new Thread(runnable, "racer-" + number.getAndIncrement()));
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            pool.submit(
                () -> {
                  start.await(1, TimeUnit.MINUTES);
                  return task.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(2, TimeUnit.MINUTES));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
