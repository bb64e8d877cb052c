package io.creatoros.core.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.InMemoryBreakerMemory;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mirror that is down when it is told to be, and the breakers of the processes that call it. Time
 * stands still until it is moved.
 */
final class ShakyMirror {

  static final Instant START = Instant.parse("2026-03-01T10:00:00.5Z");

  final ManualTime time = new ManualTime(START);
  final InMemoryBreakerMemory memory = new InMemoryBreakerMemory();
  final AtomicBoolean down = new AtomicBoolean();
  final AtomicInteger probes = new AtomicInteger();

  /** The breaker of a process that starts now. */
  Breaker breaker() {
    return new Breaker(BreakerPolicy.DEFAULT, memory, this::probe, time, time);
  }

  private void probe() {
    probes.incrementAndGet();
    ask();
  }

  String ask() {
    if (down.get()) {
      throw new StorageUnavailableException("DB_UNREACHABLE", "connection refused", "");
    }
    return "answer";
  }

  void failCalls(Breaker through, int calls) {
    down.set(true);
    for (int i = 0; i < calls; i++) {
      assertThatThrownBy(() -> through.guard(this::ask)).hasMessage("connection refused");
    }
  }

  static void assertSuspended(Breaker breaker) {
    AtomicBoolean called = new AtomicBoolean();
    assertThatThrownBy(() -> breaker.guard(() -> called.getAndSet(true)))
        .isInstanceOf(StorageUnavailableException.class)
        .extracting(e -> ((StorageException) e).code())
        .isEqualTo(Breaker.SUSPENDED);
    assertThat(called).isFalse();
  }

  static <T> T fail(RuntimeException failure) {
    throw failure;
  }
}
