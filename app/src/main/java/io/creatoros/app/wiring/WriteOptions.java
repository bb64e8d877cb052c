package io.creatoros.app.wiring;

import io.creatoros.core.dualwrite.MirrorFailureListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a program that writes courses may bring along.
 *
 * @param persist whether the mirror is written too; asked at every call
 * @param meters where meters are kept
 * @param listener is told of files that are not in the mirror
 * @param drain how long closing takes at most for what still runs; empty for the usual time
 */
public record WriteOptions(
    BooleanSupplier persist,
    MeterRegistry meters,
    MirrorFailureListener listener,
    Optional<Duration> drain) {

  /** Without meters, and with nobody to tell: the log has the same. */
  public static WriteOptions persisting(BooleanSupplier persist) {
    return new WriteOptions(
        persist, new CompositeMeterRegistry(), (course, outcome) -> {}, Optional.empty());
  }

  /** These, keeping meters there. */
  public WriteOptions withMeters(MeterRegistry registry) {
    return new WriteOptions(persist, registry, listener, drain);
  }

  /** These, telling somebody. */
  public WriteOptions withListener(MirrorFailureListener told) {
    return new WriteOptions(persist, meters, told, drain);
  }

  /** These, closing within this time. */
  public WriteOptions drainingFor(Duration time) {
    return new WriteOptions(persist, meters, listener, Optional.of(time));
  }
}
