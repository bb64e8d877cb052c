package io.creatoros.core.resilience;

import io.creatoros.core.course.CommitResult;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/**
 * The meters of a mirror. Their tags are words of a fixed list: no names of courses, no paths,
 * nothing that a mirror said.
 *
 * <table>
 *   <caption>Meters</caption>
 *   <tr><td>{@code creatoros.mirror.call}</td><td>time of calls, by operation and outcome</td></tr>
 *   <tr><td>{@code creatoros.mirror.retries}</td><td>calls that were repeated</td></tr>
 *   <tr><td>{@code creatoros.mirror.bytes.sent}</td><td>bytes of contents taken</td></tr>
 *   <tr><td>{@code creatoros.mirror.breaker}</td><td>0 closed, 1 half open, 2 open</td></tr>
 * </table>
 */
public final class MirrorMeters {

  private final MeterRegistry registry;
  private final Counter retries;
  private final Counter sent;

  /** Meters in a registry; those of several mirrors are added up. */
  public MirrorMeters(MeterRegistry registry) {
    this.registry = registry;
    this.retries =
        Counter.builder("creatoros.mirror.retries")
            .description("Calls to the mirror that were repeated")
            .register(registry);
    this.sent =
        Counter.builder("creatoros.mirror.bytes.sent")
            .description("Bytes of contents that the mirror took")
            .baseUnit("bytes")
            .register(registry);
  }

  /** Counts a call that is repeated; made for {@link RetryOnce}. */
  public void retried() {
    retries.increment();
  }

  /**
   * Shows the state of a breaker. Of several in one registry, that of the first is shown.
   *
   * @return ends it
   */
  public Runnable watch(Breaker breaker) {
    Gauge gauge =
        Gauge.builder("creatoros.mirror.breaker", breaker, watched -> watched.state().ordinal())
            .description("Whether calls go to the mirror: 0 closed, they do; 1 half open; 2 open")
            .register(registry);
    return () -> registry.remove(gauge);
  }

  void sent(long bytes) {
    sent.increment(bytes);
  }

  <T> T timed(String operation, Supplier<T> call) {
    Timer.Sample sample = Timer.start(registry);
    String outcome = "defect";
    try {
      T answer = call.get();
      outcome = outcome(answer);
      return answer;
    } catch (RuntimeException e) {
      outcome = failure(e);
      throw e;
    } finally {
      sample.stop(timer(operation, outcome));
    }
  }

  private Timer timer(String operation, String outcome) {
    return Timer.builder("creatoros.mirror.call")
        .description("Time of calls to the mirror, each attempt for itself")
        .tag("operation", operation)
        .tag("outcome", outcome)
        .register(registry);
  }

  private static String outcome(Object answer) {
    if (answer instanceof CommitResult.CourseMoved || answer instanceof CommitResult.FilesMoved) {
      return "moved";
    }
    return answer instanceof CommitResult.ContentsMissing ? "missing" : "ok";
  }

  private static String failure(RuntimeException e) {
    if (e instanceof StorageUnavailableException) {
      return "unavailable";
    } else if (e instanceof StorageConflictException) {
      return "conflict";
    } else if (e instanceof StorageRejectedException) {
      return "rejected";
    } else if (e instanceof StoragePermissionException) {
      return "permission";
    } else if (e instanceof StorageSchemaException) {
      return "schema";
    } else if (e instanceof StorageLockedException) {
      return "locked";
    } else if (e instanceof CorruptRecordException) {
      return "corrupt";
    }
    return "defect";
  }
}
