package io.creatoros.app.watch;

import java.time.Duration;
import java.util.Set;

/** Hears nothing: all there is to know comes from looking. */
final class NoEvents implements Changes {

  @Override
  public Set<String> await(Duration patience) throws InterruptedException {
    Thread.sleep(patience.toMillis(), patience.toNanosPart() % 1_000_000);
    return Set.of();
  }

  @Override
  public void refresh() {}

  @Override
  public boolean isComplete() {
    return false;
  }

  @Override
  public void close() {}
}
