package io.creatoros.app.benchmark;

import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.verify.Verification;
import io.creatoros.core.verify.Verifier;
import io.creatoros.core.verify.VerifyListener;
import io.creatoros.core.verify.VerifyOptions;
import io.creatoros.core.verify.VerifySettings;
import io.creatoros.core.verify.VerifyVerdict;
import io.creatoros.filesystem.Workspace;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.embedded.EmbeddedServer;
import io.creatoros.postgres.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the main job against plain baselines in the same run and prints ratios. Started by
 * {@code app/bin/benchmark [files] [lessons]}, or with {@code --http} for that part alone; asserts
 * nothing but that the work was done.
 */
final class Benchmark {

  private static final int ROUNDS = 3;
  private static final int REPEATS = 15;
  private static final int WARM_UP = 60;

  private final GeneratedTree tree;
  private final BenchmarkServer server;
  private long peakHeap;

  private Benchmark(GeneratedTree tree, BenchmarkServer server) {
    this.tree = tree;
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    boolean onlyHttp = List.of(args).equals(List.of("--http"));
    int files = !onlyHttp && args.length > 0 ? Integer.parseInt(args[0]) : 26_000;
    int lessons = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    Path home = Files.createTempDirectory("creatoros-benchmark-");
    try {
      EmbeddedSettings settings = EmbeddedSettings.defaults().withHome(home.resolve("server"));
      try (EmbeddedServer.Lease lease = EmbeddedServer.at(settings).acquire()) {
        BenchmarkServer server = new BenchmarkServer(lease);
        Figures.print(
            "heap limit %d MiB; %d processors",
            Runtime.getRuntime().maxMemory() >> 20, Runtime.getRuntime().availableProcessors());
        if (!onlyHttp) {
          GeneratedTree tree = GeneratedTree.of(home.resolve("courses"), files);
          new Benchmark(tree, server).run();
          new PersistBenchmark(server, home).run();
          new QueryBenchmark(server, lessons).run();
        }
        new HttpBenchmark(server, home.resolve("http")).run();
      }
    } finally {
      delete(home);
    }
  }

  private void run() throws Exception {
    Figures.print("%s", tree);
    String database = firstSync();
    noOp(database);
    verify(database);
  }

  /** Bare copies and first syncs in turn, each into a database of its own. */
  private String firstSync() throws Exception {
    Timing copy = new Timing();
    Map<TreeSync.Writes, Timing> whole = new EnumMap<>(TreeSync.Writes.class);
    Map<TreeSync.Writes, Timing> started = new EnumMap<>(TreeSync.Writes.class);
    String database = "";
    for (int round = 0; round < ROUNDS; round++) {
      String bare = server.createDatabase();
      server.settle();
      try (Connection connection = server.connect(bare)) {
        copy.measure(() -> BareCopy.run(connection, tree));
      }
      server.dropDatabase(bare);
      for (TreeSync.Writes writes : TreeSync.Writes.values()) {
        if (!database.isEmpty()) {
          server.dropDatabase(database);
        }
        database = server.createMirror();
        tree.forget();
        server.settle();
        FirstSync sync = FirstSync.of(tree, FirstSync.Way.JDBC, server.variables(database), writes);
        whole.computeIfAbsent(writes, unused -> new Timing()).add(sync.whole());
        started.computeIfAbsent(writes, unused -> new Timing()).add(sync.started());
        peakHeap = Math.max(peakHeap, sync.peakHeap());
      }
    }
    Figures.row(
        "first sync, bytes only, the start of the program left out",
        started.get(TreeSync.Writes.BYTES),
        "one binary COPY into a bare table",
        copy);
    againstBytes("%s", whole);
    againstBytes("%s, starts of the programs left out", started);
    Figures.print(
        "peak heap of a first sync, garbage included: %.0f MiB of %d MiB",
        peakHeap / 1024.0 / 1024, Runtime.getRuntime().maxMemory() >> 20);
    return database;
  }

  private static void againstBytes(String how, Map<TreeSync.Writes, Timing> syncs) {
    Timing bytes = syncs.get(TreeSync.Writes.BYTES);
    Figures.row(
        how.formatted("first sync, typed rows too"),
        syncs.get(TreeSync.Writes.ROWS),
        "the sync of bytes only",
        bytes);
    Figures.row(
        how.formatted("first sync, typed rows and search"),
        syncs.get(TreeSync.Writes.ROWS_AND_SEARCH),
        "the sync of bytes only",
        bytes);
  }

  private void noOp(String database) throws Exception {
    git("init", "--quiet");
    git("config", "gc.auto", "0");
    git("add", "--all");
    git("-c", "user.name=b", "-c", "user.email=b@localhost", "commit", "--quiet", "-m", "all");
    Timing status = new Timing();
    Timing noOp = new Timing();
    Workspace workspace = Workspace.init(tree.root());
    try (PostgresMirror mirror = server.mirror(database)) {
      TreeSync sync =
          new TreeSync(workspace, tree.files().size(), mirror, TreeSync.Writes.ROWS_AND_SEARCH);
      for (int i = 0; i < WARM_UP; i++) {
        sync.run();
      }
      for (int i = 0; i < REPEATS; i++) {
        status.measure(() -> git("status", "--porcelain"));
        noOp.measure(sync::run);
      }
    }
    Figures.row("no-op sync, warm, in process", noOp, "git status of the same tree", status);
    command(database, status);
  }

  private void command(String database, Timing status) throws Exception {
    Timing command = new Timing();
    ProcessBuilder sync = Launcher.command("sync", tree.root().toString());
    sync.environment().putAll(server.variables(database));
    for (int i = 0; i < ROUNDS + 1; i++) {
      boolean first = i == 0;
      Timing timing = first ? new Timing() : command;
      timing.measure(() -> Programs.run(sync, "sync"));
    }
    Figures.row("no-op sync, whole command", command, "git status of the same tree", status);
  }

  private void verify(String database) throws Exception {
    Timing hashing = new Timing();
    Timing verify = new Timing();
    Workspace workspace = Workspace.init(tree.root());
    try (PostgresMirror mirror = server.mirror(database)) {
      Verifier verifier =
          new Verifier(
              workspace.folders(CourseBoundaries.unknown()),
              mirror,
              workspace.verificationLog(),
              new VerifySettings(SyncSettings.DEFAULT_SIZE_LIMIT, 2, Clock.systemUTC()));
      for (int i = 0; i < ROUNDS; i++) {
        hashing.add(hashInMemory());
        verify.measure(
            () -> {
              Verification verified =
                  verifier.verify(mirror.courses(), VerifyOptions.PLAIN, new VerifyListener() {});
              check(verified.verdict() == VerifyVerdict.EQUAL, "verify: " + verified.verdict());
            });
      }
    }
    Figures.row("verify", verify, "hashing the same bytes in memory, one thread", hashing);
  }

  /** The time that hashing alone takes, reading left out. */
  private double hashInMemory() {
    long nanos = 0;
    for (Path file : tree.files()) {
      byte[] bytes = GeneratedTree.read(file);
      long start = System.nanoTime();
      Sha256.of(bytes);
      nanos += System.nanoTime() - start;
    }
    return nanos / 1e6;
  }

  private void git(String... arguments) throws Exception {
    ProcessBuilder git = new ProcessBuilder("git");
    git.command().addAll(List.of(arguments));
    Programs.run(git.directory(tree.root().toFile()), "git");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
