package io.creatoros.app.architecture.broken.app.session;

final class Printer {
  void print() {
    System.out.println("data");
  }
}
