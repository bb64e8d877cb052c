package io.creatoros.core.dualwrite;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/** Counts and times the writes of one leg. */
final class WriteMeters {

  private final MeterRegistry registry;
  private final String leg;
  private final Timer duration;

  /**
   * Meters of a leg.
   *
   * @param leg {@code files} or {@code mirror}
   */
  WriteMeters(MeterRegistry registry, String leg) {
    this.registry = registry;
    this.leg = leg;
    this.duration =
        Timer.builder("creatoros.write.duration")
            .description("how long a call's part takes until its outcome is known")
            .tag("leg", leg)
            .register(registry);
  }

  /** Records one write that ended now. */
  void record(String outcome, Timer.Sample started) {
    started.stop(duration);
    registry
        .counter("creatoros.writes", "leg", leg, "outcome", outcome.toLowerCase(Locale.ROOT))
        .increment();
  }
}
