package io.creatoros.app.architecture.broken.migrations;

final class ThrowsAnything {
  void fail() {
    throw new RuntimeException("anything");
  }
}
