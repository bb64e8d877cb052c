package io.creatoros.postgrest.testkit;

import static java.util.Objects.requireNonNull;

import io.creatoros.core.course.Sha256;
import io.creatoros.postgres.embedded.EmbeddedSettings;
import io.creatoros.postgres.testkit.OutsideProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The packages of {@code src/test/npm}, installed once for each version of its lock file into the
 * user's cache, where every module and every later build finds them without a network.
 */
public final class NodeModules {
  private static final String MANIFEST = "package.json";
  private static final String LOCK = "package-lock.json";
  private static final List<String> INSTALL =
      List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
  private static final int PATIENCE_MINUTES = 5;

  private NodeModules() {}

  /**
   * The folder {@code node_modules}.
   *
   * @throws IllegalStateException if the packages cannot be had; the message says why
   */
  public static Path folder() {
    Installation installed = Holder.INSTALLATION;
    return installed.folder().orElseThrow(() -> new IllegalStateException(installed.missing()));
  }

  /** Why the packages cannot be had; empty when they are there. */
  static Optional<String> missing() {
    Installation installed = Holder.INSTALLATION;
    return installed.folder().isPresent() ? Optional.empty() : Optional.of(installed.missing());
  }

  /** Why this platform has none. */
  static Optional<String> unsupported(String system, String processor) {
    return system.equals("Linux") && processor.equals("amd64")
        ? Optional.empty()
        : Optional.of(
            "PostgREST's programs are for Linux on amd64; this is " + system + " on " + processor);
  }

  /**
   * Installs into a folder of this one that is named after the lock file's contents; does nothing
   * when that is there. Several processes may call it at once.
   */
  static Path installIn(Path cache) throws IOException, InterruptedException {
    byte[] lockFile = resource(LOCK);
    Path home = cache.resolve("test-programs-" + Sha256.of(lockFile).hex().substring(0, 16));
    if (!Files.exists(home)) {
      Files.createDirectories(cache);
      try (FileChannel channel =
          FileChannel.open(
              cache.resolve("test-programs.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        channel.lock();
        if (!Files.exists(home)) {
          install(cache, home);
        }
      }
    }
    return home.resolve("node_modules");
  }

  private static void install(Path cache, Path home) throws IOException, InterruptedException {
    Path making = Files.createDirectories(cache.resolve("test-programs-unfinished"));
    Files.write(making.resolve(MANIFEST), resource(MANIFEST));
    Files.write(making.resolve(LOCK), resource(LOCK));
    Path log = making.resolve("log");
    Process npm =
        new ProcessBuilder(INSTALL)
            .directory(making.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      npm.destroyForcibly();
    }
    if (npm.waitFor() != 0) {
      throw new IOException(
          "npm ci failed, a network is needed the first time: " + Files.readString(log).strip());
    }
    for (PostgrestVersion version : PostgrestVersion.values()) {
      check(version, version.program(making.resolve("node_modules")));
    }
    Files.move(making, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void check(PostgrestVersion version, Path program) throws IOException {
    String found = Sha256.of(Files.readAllBytes(program)).hex();
    if (!found.equals(version.sha256())) {
      throw new IOException("the program of PostgREST " + version.number() + " has hash " + found);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        requireNonNull(NodeModules.class.getResourceAsStream("/npm/" + name), name)) {
      return in.readAllBytes();
    }
  }

  private static Installation install() {
    Optional<String> unsupported =
        unsupported(System.getProperty("os.name"), System.getProperty("os.arch"));
    if (unsupported.isPresent()) {
      return new Installation(Optional.empty(), unsupported.get());
    }
    if (!OutsideProgram.works("npm", "--version")) {
      return new Installation(
          Optional.empty(), "npm, which installs PostgREST, is not there; install nodejs and npm");
    }
    try {
      return new Installation(Optional.of(installIn(EmbeddedSettings.defaults().cache())), "");
    } catch (IOException e) {
      return new Installation(Optional.empty(), "PostgREST cannot be installed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Installation(Optional.empty(), "interrupted while PostgREST was installed");
    }
  }

  private record Installation(Optional<Path> folder, String missing) {}

  private static final class Holder {
    static final Installation INSTALLATION = install();
  }
}
