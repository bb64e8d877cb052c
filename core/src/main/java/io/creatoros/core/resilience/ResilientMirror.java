package io.creatoros.core.resilience;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that keeps writers quick when a mirror is not.
 *
 * <pre>
 * writer ─► remembering ─ breaker ─ retry once ─ meters ─► mirror
 *                            └─ probe, while it is open ──────┘
 * </pre>
 */
public final class ResilientMirror implements MirrorGuard, AutoCloseable {

  private final Breaker breaker;
  private final RetryOnce retry;
  private final MirrorMeters meters;
  private final MirrorMemory memory;
  private final Runnable unwatch;
  private WeakReference<CourseMirror> remembered = new WeakReference<>(null);

  /**
   * The usual one.
   *
   * @param told what this workspace's processes tell each other about the mirror
   * @param probe asks the mirror something cheap, opening it if it has to; throws what that throws
   */
  public static ResilientMirror of(
      BreakerPolicy policy, BreakerMemory told, Runnable probe, MeterRegistry registry) {
    MirrorMeters meters = new MirrorMeters(registry);
    return new ResilientMirror(
        new Breaker(policy, told, probe),
        new RetryOnce(meters::retried),
        meters,
        new MirrorMemory());
  }

  /** One of the parts given. */
  public ResilientMirror(
      Breaker breaker, RetryOnce retry, MirrorMeters meters, MirrorMemory memory) {
    this.breaker = breaker;
    this.retry = retry;
    this.meters = meters;
    this.memory = memory;
    this.unwatch = meters.watch(breaker);
  }

  @Override
  public CourseMirror guard(CourseMirror mirror, Budget budget) {
    forgetAnother(mirror);
    CourseMirror metered = new MeteredMirror(mirror, meters);
    CourseMirror retrying = new RetryOnceMirror(metered, retry, budget);
    CourseMirror breaking = new BreakerMirror(retrying, breaker);
    return new RememberingMirror(breaking, memory);
  }

  @Override
  public Bases heeding(Bases bases) {
    return new HeedingBases(bases, memory);
  }

  @Override
  public Optional<StorageUnavailableException> refusal() {
    return breaker.refusal();
  }

  @Override
  public <T> T opening(Supplier<T> open) {
    return breaker.guardOpening(open);
  }

  @Override
  public void gaveUp(StorageUnavailableException failure) {
    breaker.gaveUp(failure);
  }

  /** Ends the probing. The mirror is not closed. */
  @Override
  public void close() {
    breaker.close();
    unwatch.run();
  }

  /** A mirror that was opened anew may be another one. */
  private synchronized void forgetAnother(CourseMirror mirror) {
    if (remembered.get() != mirror) {
      remembered = new WeakReference<>(mirror);
      memory.forgetAll();
    }
  }
}
