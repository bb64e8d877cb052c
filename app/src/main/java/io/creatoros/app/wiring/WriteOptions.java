package io.creatoros.app.wiring;

import io.creatoros.core.dualwrite.MirrorFailureListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.BooleanSupplier;

/**
 * What a program that writes courses may bring along.
 *
 * @param persist whether the mirror is written too; asked at every call
 * @param meters where meters are kept
 * @param listener is told of files that are not in the mirror
 */
public record WriteOptions(
    BooleanSupplier persist, MeterRegistry meters, MirrorFailureListener listener) {

  /** Without meters, and with nobody to tell: the log has the same. */
  public static WriteOptions persisting(BooleanSupplier persist) {
    return new WriteOptions(persist, new CompositeMeterRegistry(), (course, outcome) -> {});
  }

  /** These, keeping meters there. */
  public WriteOptions withMeters(MeterRegistry registry) {
    return new WriteOptions(persist, registry, listener);
  }

  /** These, telling somebody. */
  public WriteOptions withListener(MirrorFailureListener told) {
    return new WriteOptions(persist, meters, told);
  }
}
