package io.creatoros.core.dualwrite;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves a trace of what became of every offer: a warning, a listener's call, meters. */
final class ReportingLeg implements MirrorLeg {

  private static final Logger LOG = LoggerFactory.getLogger(ReportingLeg.class);

  private final MirrorLeg delegate;
  private final MirrorFailureListener listener;
  private final MeterRegistry registry;
  private final WriteMeters meters;
  private final Set<CourseId> behind = ConcurrentHashMap.newKeySet();
  private final Gauge owed;

  ReportingLeg(MirrorLeg delegate, MirrorFailureListener listener, MeterRegistry registry) {
    this.delegate = delegate;
    this.listener = listener;
    this.registry = registry;
    this.meters = new WriteMeters(registry, "mirror");
    this.owed =
        Gauge.builder("creatoros.owed", behind, Set::size)
            .description("courses whose last files to be sent are not in the mirror")
            .register(registry);
  }

  @Override
  public Offer offer(CourseId course, SortedSet<ArtifactPath> paths) {
    Timer.Sample started = Timer.start(registry);
    Offer offer = delegate.offer(course, paths);
    CompletableFuture<MirrorOutcome> settled =
        offer
            .settled()
            .thenApply(
                outcome -> {
                  report(course, outcome, started);
                  return outcome;
                });
    return new Offer(offer.outcome(), settled);
  }

  private void report(CourseId course, MirrorOutcome outcome, Timer.Sample started) {
    meters.record(outcome.name(), started);
    if (outcome instanceof MirrorOutcome.Applied || outcome instanceof MirrorOutcome.Disabled) {
      behind.remove(course);
      return;
    }
    behind.add(course);
    warn(course, outcome);
    tell(course, outcome);
  }

  private static void warn(CourseId course, MirrorOutcome outcome) {
    String code = "MIRROR_" + outcome.name();
    LOG.atWarn()
        .addKeyValue("code", code)
        .addKeyValue("course", course)
        .log("{}: course {} {}", code, course, Outcomes.words(outcome));
  }

  private void tell(CourseId course, MirrorOutcome outcome) {
    try {
      listener.notApplied(course, outcome);
    } catch (RuntimeException failed) {
      LOG.error("LISTENER_FAILED: course {}, {}", course, outcome.name(), failed);
    }
  }

  @Override
  public boolean flush(Duration patience) {
    return delegate.flush(patience);
  }

  @Override
  public void close() {
    delegate.close();
    registry.remove(owed);
  }
}
