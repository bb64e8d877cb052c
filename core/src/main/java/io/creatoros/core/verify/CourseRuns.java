package io.creatoros.core.verify;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Looks at several courses at once, in a deterministic order of results. For one run only. */
final class CourseRuns {

  private final int parallel;
  private final VerifyListener listener;
  private final AtomicReference<@Nullable StorageUnavailableException> ended =
      new AtomicReference<>();
  private int done;

  CourseRuns(int parallel, VerifyListener listener) {
    this.parallel = parallel;
    this.listener = listener;
  }

  List<CourseVerification> run(
      Collection<CourseId> courses, BiFunction<CourseId, Sides, CourseVerification> work) {
    List<CourseId> ordered = List.copyOf(new TreeSet<>(courses));
    try (Sides sides = new Sides(parallel)) {
      return sides.each(ordered, course -> finished(one(course, work, sides), ordered.size()));
    }
  }

  private CourseVerification one(
      CourseId course, BiFunction<CourseId, Sides, CourseVerification> work, Sides sides) {
    StorageUnavailableException unreachable = ended.get();
    if (unreachable != null) {
      return CourseVerification.failed(course, unreachable);
    }
    started(course);
    try {
      return work.apply(course, sides);
    } catch (StorageUnavailableException e) {
      ended.compareAndSet(null, e);
      return CourseVerification.failed(course, e);
    } catch (StorageException e) {
      return CourseVerification.failed(course, e);
    }
  }

  private synchronized void started(CourseId course) {
    listener.started(course);
  }

  private synchronized CourseVerification finished(CourseVerification course, int total) {
    done++;
    listener.finished(course, done, total);
    return course;
  }
}
