package io.creatoros.testkit;

import io.creatoros.core.resilience.BreakerMemory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What breakers of one process tell each other. */
public final class InMemoryBreakerMemory implements BreakerMemory {

  private final AtomicReference<Optional<Trouble>> told = new AtomicReference<>(Optional.empty());
  private final AtomicBoolean taken = new AtomicBoolean();

  @Override
  public Optional<Trouble> load() {
    return told.get();
  }

  @Override
  public void save(Trouble trouble) {
    told.set(Optional.of(trouble));
  }

  @Override
  public void clear() {
    told.set(Optional.empty());
  }

  @Override
  public Optional<Turn> tryTurn() {
    if (taken.getAndSet(true)) {
      return Optional.empty();
    }
    AtomicBoolean held = new AtomicBoolean(true);
    return Optional.of(
        () -> {
          if (held.getAndSet(false)) {
            taken.set(false);
          }
        });
  }
}
