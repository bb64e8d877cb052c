package io.creatoros.app.benchmark;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.sync.Homes;
import io.creatoros.core.sync.Pauses;
import io.creatoros.core.sync.SyncListener;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.sync.SyncSettings;
import io.creatoros.core.sync.Synchronizer;
import io.creatoros.core.verify.Verification;
import io.creatoros.core.verify.Verifier;
import io.creatoros.core.verify.VerifyListener;
import io.creatoros.core.verify.VerifyOptions;
import io.creatoros.core.verify.VerifySettings;
import io.creatoros.core.verify.VerifyVerdict;
import io.creatoros.filesystem.Workspace;
import io.creatoros.migrations.Migrations;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.PostgresMirror;
import io.creatoros.postgres.embedded.EmbeddedServer;
import io.creatoros.postgres.embedded.EmbeddedSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Measures the main job against plain baselines in the same run and prints ratios. Started by
 * {@code app/bin/benchmark [files]}; asserts nothing but that the work was done.
 */
final class Benchmark {

  private static final int ROUNDS = 3;
  private static final int REPEATS = 15;
  private static final int WARM_UP = 60;

  private final GeneratedTree tree;
  private final EmbeddedServer.Lease server;
  private int databases;

  private Benchmark(GeneratedTree tree, EmbeddedServer.Lease server) {
    this.tree = tree;
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    int files = args.length > 0 ? Integer.parseInt(args[0]) : 26_000;
    Path home = Files.createTempDirectory("creatoros-benchmark-");
    try {
      GeneratedTree tree = GeneratedTree.of(home.resolve("courses"), files);
      print(
          "%,d files, %.1f MB, %d courses; heap limit %d MiB; %d processors",
          files,
          tree.bytes() / 1e6,
          (files + 49) / 50,
          Runtime.getRuntime().maxMemory() >> 20,
          Runtime.getRuntime().availableProcessors());
      EmbeddedSettings settings = EmbeddedSettings.defaults().withHome(home.resolve("server"));
      try (EmbeddedServer.Lease server = EmbeddedServer.at(settings).acquire()) {
        new Benchmark(tree, server).run();
      }
    } finally {
      delete(home);
    }
  }

  private void run() throws Exception {
    String database = firstSync();
    noOp(database);
    verify(database);
    print(
        "peak heap, garbage included: %.0f MiB of %d MiB",
        peakHeap() / 1024.0 / 1024, Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Bare copies and first syncs in turn, each into a database of its own. */
  private String firstSync() throws Exception {
    Timing copy = new Timing();
    Timing sync = new Timing();
    String database = "";
    for (int round = 0; round < ROUNDS; round++) {
      String bare = createDatabase();
      settle();
      try (Connection connection = connect(bare)) {
        copy.measure(() -> BareCopy.run(connection, tree));
      }
      dropDatabase(bare);
      if (!database.isEmpty()) {
        dropDatabase(database);
      }
      database = createMirror();
      setAside(round);
      Workspace workspace = Workspace.init(tree.root());
      settle();
      try (PostgresMirror mirror = mirror(database)) {
        sync.measure(() -> requireEqual(synchronizer(workspace, mirror)));
      }
    }
    row("first sync", sync, "one binary COPY into a bare table", copy);
    return database;
  }

  private void noOp(String database) throws Exception {
    git("init", "--quiet");
    git("config", "gc.auto", "0");
    git("add", "--all");
    git("-c", "user.name=b", "-c", "user.email=b@localhost", "commit", "--quiet", "-m", "all");
    Timing status = new Timing();
    Timing noOp = new Timing();
    Workspace workspace = Workspace.init(tree.root());
    try (PostgresMirror mirror = mirror(database)) {
      Synchronizer synchronizer = synchronizer(workspace, mirror, mirror.identity().toString());
      for (int i = 0; i < WARM_UP; i++) {
        requireEqual(synchronizer);
      }
      for (int i = 0; i < REPEATS; i++) {
        status.measure(() -> git("status", "--porcelain"));
        noOp.measure(() -> requireEqual(synchronizer));
      }
    }
    row("no-op sync, warm, in process", noOp, "git status of the same tree", status);
    command(database, status);
  }

  private void command(String database, Timing status) throws Exception {
    String launcher = System.getProperty("creatoros.launcher", "");
    if (launcher.isEmpty()) {
      print("no-op sync, whole command: skipped, creatoros.launcher is not set");
      return;
    }
    Timing command = new Timing();
    ProcessBuilder sync = new ProcessBuilder(launcher, "sync", tree.root().toString());
    sync.environment().put("DATABASE_URL", url(database));
    sync.environment().put("CREATOROS_DATABASE_USER", server.user());
    sync.environment().put("CREATOROS_DATABASE_PASSWORD", server.password());
    for (int i = 0; i < ROUNDS + 1; i++) {
      boolean first = i == 0;
      Timing timing = first ? new Timing() : command;
      timing.measure(() -> require(sync, "sync"));
    }
    row("no-op sync, whole command", command, "git status of the same tree", status);
  }

  private void verify(String database) throws Exception {
    Timing hashing = new Timing();
    Timing verify = new Timing();
    Workspace workspace = Workspace.init(tree.root());
    try (PostgresMirror mirror = mirror(database)) {
      Verifier verifier =
          new Verifier(
              folders(workspace),
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
    row("verify", verify, "hashing the same bytes in memory, one thread", hashing);
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

  private Synchronizer synchronizer(Workspace workspace, PostgresMirror mirror) {
    return synchronizer(workspace, mirror, mirror.identity().toString());
  }

  private Synchronizer synchronizer(Workspace workspace, PostgresMirror mirror, String label) {
    Bases bases = workspace.bases(mirror.identity(), "default");
    Homes homes =
        new Homes(folders(workspace), mirror, bases, workspace.lanes("creatoros benchmark"));
    return new Synchronizer(
        homes,
        SyncSettings.defaults(label),
        SyncListener.SILENT,
        Pauses.jittered(Duration.ofMillis(50), Duration.ofSeconds(1)));
  }

  private static CourseFolders folders(Workspace workspace) {
    return workspace.folders(CourseBoundaries.unknown());
  }

  private void requireEqual(Synchronizer synchronizer) {
    SyncReport report = synchronizer.sync(List.of(CourseId.ROOT), SyncOptions.PLAIN);
    int files = report.courses().stream().mapToInt(course -> course.files()).sum();
    check(report.isEqual() && files == tree.files().size(), "sync left something open");
  }

  private PostgresMirror mirror(String database) {
    return PostgresMirror.open(
        PostgresConfig.of(url(database))
            .withCredentials(server.user(), server.password())
            .withPoolSize(2));
  }

  private String createMirror() throws Exception {
    String database = createDatabase();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(server.user());
    source.setPassword(server.password());
    Migrations.migrate(source);
    return database;
  }

  private String createDatabase() throws Exception {
    databases++;
    String name = "benchmark" + databases;
    administer("create database " + name);
    return name;
  }

  /**
   * Makes the tree one that was never synchronised. What is there is moved, not deleted: some file
   * systems are slow to create files where many were deleted just before.
   */
  private void setAside(int round) throws IOException {
    Path state = tree.root().resolve(".creatoros");
    if (Files.exists(state)) {
      Files.move(state, tree.root().resolveSibling("state-of-round-" + round));
    }
  }

  /**
   * Lets the server and the system write out what earlier work left, so that nobody pays for it.
   */
  private void settle() throws Exception {
    administer("checkpoint");
    require(new ProcessBuilder("sync"), "sync");
  }

  private void dropDatabase(String name) throws Exception {
    administer("drop database " + name + " with (force)");
  }

  private void administer(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connect(String database) throws Exception {
    return DriverManager.getConnection(url(database), server.user(), server.password());
  }

  private String url(String database) {
    return server.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
  }

  private void git(String... arguments) throws Exception {
    ProcessBuilder git = new ProcessBuilder("git");
    git.command().addAll(List.of(arguments));
    require(git.directory(tree.root().toFile()), "git");
  }

  private static void require(ProcessBuilder command, String what) throws Exception {
    command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.PIPE);
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes());
    check(process.waitFor() == 0, what + " failed: " + said);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(peak -> peak.getUsed())
        .sum();
  }

  private static void row(String what, Timing measured, String baseline, Timing against) {
    print(
        "%s: %.2f× %s%n    %.0f ms (%s) against %.0f ms (%s)",
        what,
        measured.median() / against.median(),
        baseline,
        measured.median(),
        measured.spread(),
        against.median(),
        against.spread());
  }

  private static void print(String format, Object... arguments) {
    System.out.println(format.formatted(arguments));
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
