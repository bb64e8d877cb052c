package io.creatoros.app.architecture.broken.app.session;

final class Exits {
  void exit() {
    System.exit(1);
  }
}
