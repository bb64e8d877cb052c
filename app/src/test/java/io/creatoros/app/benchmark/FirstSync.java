package io.creatoros.app.benchmark;

import io.creatoros.filesystem.Workspace;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One first sync in a program of its own, as first syncs are: by a compiler that knows nothing yet.
 *
 * @param milliseconds what the sync took, the start of the program not included
 * @param peakHeap the most heap in use, garbage included, in bytes
 */
record FirstSync(double milliseconds, long peakHeap) {

  /** Syncs a tree to an empty mirror. */
  static FirstSync of(
      GeneratedTree tree, BenchmarkServer server, String database, TreeSync.Writes writes)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            FirstSync.class.getName(),
            tree.root().toString(),
            Integer.toString(tree.files().size()),
            writes.name()));
    ProcessBuilder program = new ProcessBuilder(command);
    server.describe(database, program.environment());
    List<String> said = Programs.run(program, "first sync").lines().toList();
    String[] figures = said.get(said.size() - 1).split(" ");
    return new FirstSync(Double.parseDouble(figures[0]), Long.parseLong(figures[1]));
  }

  public static void main(String[] args) throws Exception {
    Workspace workspace = Workspace.init(Path.of(args[0]));
    Map<String, String> variables = System.getenv();
    PostgresConfig config =
        PostgresConfig.of(variables.get("DATABASE_URL"))
            .withCredentials(
                variables.get("CREATOROS_DATABASE_USER"),
                variables.get("CREATOROS_DATABASE_PASSWORD"))
            .withPoolSize(2);
    Timing timing = new Timing();
    try (PostgresMirror mirror = PostgresMirror.open(config)) {
      TreeSync sync =
          new TreeSync(
              workspace, Integer.parseInt(args[1]), mirror, TreeSync.Writes.valueOf(args[2]));
      timing.measure(sync::run);
    }
    Figures.print("%s %d", Double.toString(timing.median()), heapPeak());
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(peak -> peak.getUsed())
        .sum();
  }
}
