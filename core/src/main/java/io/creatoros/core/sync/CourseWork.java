package io.creatoros.core.sync;

import io.creatoros.core.course.CourseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on one course, which can be done for several courses at once. */
@FunctionalInterface
public interface CourseWork {

  /** Does the work. */
  void on(CourseId course);

  /**
   * Does the work for every course, several at once, and returns when all is done. If one fails,
   * the others are still done; then the first failure is thrown.
   *
   * @param workers how many at once
   * @throws InterruptedRunException if the calling thread is interrupted; the work under way is
   *     told
   */
  static void inParallel(Collection<CourseId> courses, int workers, CourseWork work) {
    if (workers == 1 || courses.size() < 2) {
      courses.forEach(work::on);
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(workers, courses.size()), CourseWork::named);
    try {
      List<Future<?>> started = new ArrayList<>();
      courses.forEach(course -> started.add(pool.submit(() -> work.on(course))));
      RuntimeException first = null;
      for (Future<?> future : started) {
        try {
          future.get();
        } catch (ExecutionException e) {
          first = first == null ? unwrapped(e) : first;
        }
      }
      if (first != null) {
        throw first;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedRunException();
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread named(Runnable task) {
    Thread thread = new Thread(task, "creatoros-course");
    thread.setDaemon(true);
    return thread;
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }
}
