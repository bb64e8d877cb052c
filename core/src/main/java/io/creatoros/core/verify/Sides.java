package io.creatoros.core.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The threads of one run: some for courses, as many again for the second side of a course. Closing
 * interrupts what still runs.
 */
final class Sides implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ExecutorService courses;
  private final ExecutorService seconds;

  Sides(int parallel) {
    courses = Executors.newFixedThreadPool(parallel, Sides::thread);
    seconds = Executors.newFixedThreadPool(parallel, Sides::thread);
  }

  /** Two results. */
  record Both<T>(T first, T second) {}

  /** Does the work for each item, several at once; the results are in the order of the items. */
  <T, R> List<R> each(List<T> items, Function<T, R> work) {
    List<Future<R>> running = new ArrayList<>();
    for (T item : items) {
      running.add(courses.submit(() -> work.apply(item)));
    }
    return running.stream().map(Sides::await).toList();
  }

  /** Does both at once, the first in the caller's thread. */
  <T> Both<T> both(Callable<T> first, Callable<T> second) {
    Future<T> other = seconds.submit(second);
    try {
      T one = first.call();
      return new Both<>(one, await(other));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("a look at a course throws unchecked exceptions only", e);
    } finally {
      other.cancel(true);
    }
  }

  @Override
  public void close() {
    courses.shutdownNow();
    seconds.shutdownNow();
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted while verifying");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new AssertionError("unchecked exceptions only", e.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "verify-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
