package io.creatoros.app.architecture.broken.core.course;

public class StatefulDomain {
  private int state;

  int next() {
    return state++;
  }
}
