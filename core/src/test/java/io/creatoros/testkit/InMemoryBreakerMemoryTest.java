package io.creatoros.testkit;

import io.creatoros.core.resilience.BreakerMemory;

class InMemoryBreakerMemoryTest implements BreakerMemoryContract {

  private final InMemoryBreakerMemory memory = new InMemoryBreakerMemory();

  @Override
  public BreakerMemory memory() {
    return memory;
  }

  @Override
  public BreakerMemory others() {
    return memory;
  }
}
