package io.creatoros.testkit;

import io.creatoros.core.compare.Bases;

class InMemoryBasesTest implements BasesContract {

  private final InMemoryBases bases = new InMemoryBases();

  @Override
  public Bases bases() {
    return bases;
  }

  @Override
  public Bases reopened() {
    return bases;
  }
}
