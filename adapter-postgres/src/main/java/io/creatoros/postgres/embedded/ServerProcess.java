package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Starts and stops the server of a home. Only for the holder of the home's start lock. */
final class ServerProcess {
  private static final Duration STEP = Duration.ofMillis(5);

  private final ServerHome home;
  private final Path cache;
  private final Login login;

  ServerProcess(ServerHome home, Path cache) {
    this.home = home;
    this.cache = cache;
    this.login = new Login(home);
  }

  Optional<Postmaster> running() {
    try {
      return Postmaster.of(home.data());
    } catch (IOException e) {
      throw ServerHome.cannotUse(home.folder(), e);
    }
  }

  /** Returns the port of a server that accepted a login; starts one if none runs. */
  int ensureReady(Deadline deadline) {
    try {
      home.log().limit();
      return awaitReady(deadline);
    } catch (IOException e) {
      throw ServerHome.cannotUse(home.folder(), e);
    }
  }

  private int awaitReady(Deadline deadline) throws IOException {
    Attempt attempt = null;
    do {
      Optional<Postmaster> running = Postmaster.of(home.data());
      if (running.isEmpty() && (attempt == null || attempt.ended())) {
        attempt = launch(attempt, deadline);
      }
      OptionalInt port = running.map(Postmaster::port).orElse(OptionalInt.empty());
      if (port.isPresent() && login.succeeds(port.getAsInt())) {
        return port.getAsInt();
      }
      deadline.pause(STEP);
    } while (!deadline.passed());
    throw new EmbeddedServerException(
        "EMBEDDED_TIMEOUT",
        "the server in "
            + home.folder()
            + " is not ready yet; repeat the command. Its log "
            + home.log().file()
            + " ends with:"
            + home.log().lastLines(attempt == null ? 0 : attempt.logged));
  }

  private Attempt launch(@Nullable Attempt failed, Deadline deadline) throws IOException {
    boolean anotherPort = false;
    if (failed != null) {
      anotherPort = failed.portTaken();
      if (!anotherPort && !failed.oldServerStillEnding()) {
        throw failed.failure();
      }
    }
    Binaries binaries = Binaries.unpackedIn(cache);
    RunAs runAs = RunAs.current(home, binaries);
    runAs.own(home.folder());
    new DataFolder(home, binaries, runAs).ensure(deadline);
    Postmaster.removeMisleading(home.data());
    int port = Launch.choosePort(anotherPort ? OptionalInt.empty() : home.rememberedPort());
    home.rememberPort(port);
    long logged = home.log().size();
    List<String> command = Launch.detached(home, binaries, port, Launch.setsidWorks());
    Process process = Programs.start(runAs.command(command), home.folder(), home.log().file());
    return new Attempt(process, logged);
  }

  /** Stops the server: politely, then at once, which the next start recovers from. */
  void stop(Deadline deadline) {
    try {
      Deadline polite = deadline.half();
      if (!stop("fast", polite) && !stop("immediate", deadline)) {
        throw new EmbeddedServerException(
            "EMBEDDED_STOP_FAILED",
            "the server in "
                + home.folder()
                + " (process "
                + running().map(Postmaster::pid).orElse(0L)
                + ") does not stop; end that process, then repeat the command");
      }
    } catch (IOException e) {
      throw ServerHome.cannotUse(home.folder(), e);
    }
  }

  private boolean stop(String mode, Deadline deadline) throws IOException {
    if (running().isEmpty()) {
      return true;
    }
    Binaries binaries = Binaries.unpackedIn(cache);
    List<String> command =
        List.of(
            binaries.program("pg_ctl"),
            "stop",
            "-W",
            "-s",
            "-m",
            mode,
            "-D",
            home.data().toString());
    RunAs runAs = RunAs.current(home, binaries);
    Programs.run(runAs.command(command), home.folder(), home.log().file(), deadline);
    while (running().isPresent() && !deadline.passed()) {
      deadline.pause(STEP);
    }
    return running().isEmpty();
  }

  /** One launch: the process and where in the log it began. */
  private final class Attempt {
    private final Process process;
    private final long logged;

    Attempt(Process process, long logged) {
      this.process = process;
      this.logged = logged;
    }

    boolean ended() {
      return !process.isAlive();
    }

    boolean portTaken() throws IOException {
      return said("could not create any TCP/IP sockets");
    }

    /** Processes of a killed server end a moment after it, or somebody just stopped the server. */
    boolean oldServerStillEnding() throws IOException {
      return process.exitValue() == 0
          || said("pre-existing shared memory block")
          || said("lock file \"postmaster.pid\" already exists");
    }

    private boolean said(String text) throws IOException {
      return home.log().since(logged).contains(text);
    }

    EmbeddedServerException failure() throws IOException {
      return new EmbeddedServerException(
          "EMBEDDED_START_FAILED",
          "the server of "
              + home.data()
              + " ended with "
              + process.exitValue()
              + " while starting; "
              + home.log().file()
              + " ends with:"
              + home.log().lastLines(logged)
              + "\nMend that and repeat the command, or move "
              + home.folder()
              + " away to begin with an empty database");
    }
  }
}
