package io.creatoros.app.benchmark;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.filesystem.Workspace;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgrest.PostgrestConfig;
import io.creatoros.postgrest.PostgrestMirror;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One first sync in a program of its own, as first syncs are: by a compiler that knows nothing yet.
 *
 * @param whole what the program took, its start included, in milliseconds
 * @param started what the sync took once the program was there, in milliseconds
 * @param peakHeap the most heap in use, garbage included, in bytes
 */
record FirstSync(double whole, double started, long peakHeap) {

  /** As many as a command holds. */
  private static final int CONNECTIONS = 2;

  /** How the mirror is reached. */
  enum Way {
    JDBC {
      @Override
      CourseMirror open(Map<String, String> variables) {
        return PostgresMirror.open(
            PostgresConfig.of(variables.get("DATABASE_URL"))
                .withCredentials(
                    variables.get("CREATOROS_DATABASE_USER"),
                    variables.get("CREATOROS_DATABASE_PASSWORD"))
                .withPoolSize(CONNECTIONS));
      }
    },
    HTTP {
      @Override
      CourseMirror open(Map<String, String> variables) {
        return PostgrestMirror.open(
            PostgrestConfig.of(variables.get("SUPABASE_URL"))
                .withPath(variables.get("CREATOROS_POSTGREST_PATH"))
                .withKey(variables.get("SUPABASE_KEY")));
      }
    };

    abstract CourseMirror open(Map<String, String> variables);
  }

  /**
   * Syncs a tree that was never synchronised to an empty mirror.
   *
   * @param variables tell the program where the mirror is
   */
  static FirstSync of(
      GeneratedTree tree, Way way, Map<String, String> variables, TreeSync.Writes writes)
      throws Exception {
    Path file = Files.createTempFile("creatoros-benchmark-", ".args");
    try {
      ProcessBuilder program =
          Launcher.program(
              file,
              FirstSync.class,
              tree.root().toString(),
              Integer.toString(tree.files().size()),
              writes.name(),
              way.name());
      program.environment().putAll(variables);
      long start = System.nanoTime();
      List<String> said = Programs.run(program, "first sync").lines().toList();
      double whole = (System.nanoTime() - start) / 1e6;
      String[] figures = said.get(said.size() - 1).split(" ");
      return new FirstSync(whole, Double.parseDouble(figures[0]), Long.parseLong(figures[1]));
    } finally {
      Files.delete(file);
    }
  }

  public static void main(String[] args) throws Exception {
    Workspace workspace = Workspace.init(Path.of(args[0]));
    Timing timing = new Timing();
    try (CourseMirror mirror = Way.valueOf(args[3]).open(System.getenv())) {
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
