package io.creatoros.app.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of repeated runs, in milliseconds. */
final class Timing {

  private final List<Double> runs = new ArrayList<>();

  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Runs once and takes the time. */
  void measure(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    runs.add((System.nanoTime() - start) / 1e6);
  }

  void add(double milliseconds) {
    runs.add(milliseconds);
  }

  double median() {
    List<Double> sorted = new ArrayList<>(runs);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The time that 95 of 100 runs kept. */
  double p95() {
    List<Double> sorted = new ArrayList<>(runs);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
  }

  String spread() {
    String format = Collections.max(runs) < 10 ? "%.2f–%.2f, n=%d" : "%.0f–%.0f, n=%d";
    return format.formatted(Collections.min(runs), Collections.max(runs), runs.size());
  }
}
