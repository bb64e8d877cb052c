package io.creatoros.testkit;

import io.creatoros.core.sync.Lanes;

class InMemoryLanesTest implements LanesContract {

  private final InMemoryLanes lanes = new InMemoryLanes();

  @Override
  public Lanes lanes() {
    return lanes;
  }

  @Override
  public Lanes others() {
    return lanes;
  }
}
