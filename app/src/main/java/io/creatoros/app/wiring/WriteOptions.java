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
 * @param opening how long a call waits for the mirror to be opened before its budget begins; empty
 *     where opening is part of the budget
 * @param drain how long closing takes at most for what still runs; empty for the usual time
 */
public record WriteOptions(
    BooleanSupplier persist,
    MeterRegistry meters,
    MirrorFailureListener listener,
    Optional<Duration> opening,
    Optional<Duration> drain) {

  /** Without meters, and with nobody to tell: the log has the same. */
  public static WriteOptions persisting(BooleanSupplier persist) {
    return new WriteOptions(
        persist,
        new CompositeMeterRegistry(),
        (course, outcome) -> {},
        Optional.empty(),
        Optional.empty());
  }

  /** These, keeping meters there. */
  public WriteOptions withMeters(MeterRegistry registry) {
    return new WriteOptions(persist, registry, listener, opening, drain);
  }

  /** These, telling somebody. */
  public WriteOptions withListener(MirrorFailureListener told) {
    return new WriteOptions(persist, meters, told, opening, drain);
  }

  /** These, waiting so long for the mirror to be opened. */
  public WriteOptions openedWithin(Duration patience) {
    return new WriteOptions(persist, meters, listener, Optional.of(patience), drain);
  }

  /** These, closing within this time. */
  public WriteOptions drainingFor(Duration time) {
    return new WriteOptions(persist, meters, listener, opening, Optional.of(time));
  }
}
