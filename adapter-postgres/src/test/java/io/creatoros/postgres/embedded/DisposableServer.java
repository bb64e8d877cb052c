package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** A server that is a child of this process, with data of its own, and ends with the process. */
public final class DisposableServer {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration STEP = Duration.ofMillis(5);
  private static final int TRIES = 3;
  private static final String FAST_SHUTDOWN = "SIGINT";
  private static final String LOCK = "in-use";
  private static final Path CACHE = EmbeddedSettings.defaults().cache();

  /**
   * The homes of this process, with their locks. Nobody here opens such a lock file again: closing
   * any channel to it gives the lock of the process back.
   */
  private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

  private final ServerHome home;
  private final RunAs runAs;
  private final int port;
  private final ChildProgram process;

  private DisposableServer(ServerHome home, RunAs runAs, int port, ChildProgram process) {
    this.home = home;
    this.runAs = runAs;
    this.port = port;
    this.process = process;
  }

  /** Settings for a server of this home that wait as long as the slowest machine needs. */
  public static EmbeddedSettings settings(Path home) {
    return EmbeddedSettings.defaults().withHome(home).withPatience(PATIENCE);
  }

  /** Starts a server with fresh data in the temporary folder. */
  public static DisposableServer start() {
    try {
      Path base =
          Path.of(System.getProperty("java.io.tmpdir"))
              .resolve("creatoros-test-postgres-" + System.getProperty("user.name"));
      Folders.createPrivate(base);
      return start(homeIn(base));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  public String jdbcUrl(String database) {
    return Login.url(port, database);
  }

  public String user() {
    return Login.USER;
  }

  public String password() {
    return home.password();
  }

  /** A new folder for a program that belongs to this server; it goes when the server goes. */
  public Path folder(String name) {
    try {
      return Files.createTempDirectory(home.folder(), name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a program that refuses to run as root, with a folder of this server that it owns. */
  public ChildProgram startUnprivileged(String signal, List<String> command, Path folder) {
    try {
      runAs.own(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ChildProgram.start(runAs, signal, command, folder, ChildProgram.logIn(folder));
  }

  long pid() {
    return process.pid();
  }

  /** Under a lock, so that nobody takes a home for abandoned that is being made. */
  private static synchronized ServerHome homeIn(Path base) throws IOException {
    try (FileChannel turn =
        FileChannel.open(
            base.resolve("sweeping"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      turn.lock();
      sweep(base);
      ServerHome home = ServerHome.open(Files.createTempDirectory(base, "home-"));
      hold(home.folder());
      return home;
    }
  }

  private static DisposableServer start(ServerHome home) throws IOException {
    Deadline deadline = Deadline.after(PATIENCE);
    Binaries binaries = Binaries.unpackedIn(CACHE);
    RunAs runAs = RunAs.current(home, binaries);
    runAs.own(home.folder());
    new DataFolder(home, binaries, runAs).ensure(deadline);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(home), "end-test-postgres"));
    for (int attempt = 1; ; attempt++) {
      int port = Launch.choosePort(OptionalInt.empty());
      ChildProgram process =
          ChildProgram.start(
              runAs, FAST_SHUTDOWN, command(home, binaries, port), home.folder(), home.log());
      DisposableServer server = new DisposableServer(home, runAs, port, process);
      if (server.becomesReady(deadline)) {
        return server;
      }
      if (attempt == TRIES || deadline.passed()) {
        throw new IllegalStateException("no test server:" + process.lastLines());
      }
    }
  }

  /** False when it ended before, as it does when another program took its port meanwhile. */
  private boolean becomesReady(Deadline deadline) throws IOException {
    Login login = new Login(home);
    while (Postmaster.of(home.data()).filter(ready -> ready.port().isPresent()).isEmpty()
        || !login.succeeds(port)) {
      if (!process.running() || deadline.passed()) {
        return false;
      }
      deadline.pause(STEP);
    }
    return true;
  }

  private static List<String> command(ServerHome home, Binaries binaries, int port) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(binaries.program("postgres"), "-D", home.data().toString()));
    command.addAll(Launch.options(port));
    return command;
  }

  private static void end(ServerHome home) {
    try {
      remove(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the data of servers whose JVM was killed: nobody holds their locks. */
  private static void sweep(Path base) throws IOException {
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(base)) {
      for (Path old : homes) {
        if (abandoned(old)) {
          remove(new ServerHome(old));
        }
      }
    }
  }

  private static void remove(ServerHome home) throws IOException {
    new ServerProcess(home, CACHE).stop(Deadline.after(PATIENCE));
    Folders.delete(home.folder());
  }

  private static boolean abandoned(Path home) throws IOException {
    Path file = home.resolve(LOCK);
    if (HELD.containsKey(home) || !Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** The channel is never closed: its lock lasts as long as the process. */
  private static void hold(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    HELD.put(home, channel);
  }
}
