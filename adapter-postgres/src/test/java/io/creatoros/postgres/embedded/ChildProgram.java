package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that is a child of this process and ends with it, even when that is killed. */
public final class ChildProgram implements AutoCloseable {
  private static final Duration POLITE = Duration.ofSeconds(5);

  private final Process process;
  private final ServerLog log;

  private ChildProgram(Process process, ServerLog log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a program as the user of this process and returns at once. What it prints goes into a
   * file of its folder.
   *
   * @param signal what ends it when this process is gone: {@code SIGTERM}
   */
  public static ChildProgram start(String signal, List<String> command, Path folder) {
    return launch(tied(signal, command), folder, logIn(folder));
  }

  /** Whether a command exists and succeeds. */
  public static boolean works(List<String> command) {
    return Programs.works(command);
  }

  /** A port that nothing listens on at present. */
  public static int freePort() {
    try {
      return Launch.choosePort(OptionalInt.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as another user. */
  static ChildProgram start(
      RunAs runAs, String signal, List<String> command, Path folder, ServerLog log) {
    return launch(runAs.command(tied(signal, command)), folder, log);
  }

  static ServerLog logIn(Path folder) {
    return new ServerLog(folder.resolve("log"));
  }

  /** A command that gets this signal when the thread ends that started it. */
  private static List<String> tied(String signal, List<String> command) {
    List<String> tied = new ArrayList<>(List.of("setpriv", "--pdeathsig", signal, "true"));
    if (!Programs.works(tied)) {
      return command;
    }
    tied.remove("true");
    tied.addAll(command);
    return tied;
  }

  /** The thread that starts it stays as long as the JVM, or the signal would come too early. */
  private static ChildProgram launch(List<String> command, Path folder, ServerLog log) {
    CompletableFuture<Process> process = new CompletableFuture<>();
    Thread parent =
        new Thread(
            () -> {
              try {
                process.complete(Programs.start(command, folder, log.file()));
              } catch (IOException e) {
                process.completeExceptionally(e);
              }
              while (true) {
                LockSupport.park();
              }
            },
            "parent-of-" + folder.getFileName());
    parent.setDaemon(true);
    parent.start();
    ChildProgram program = new ChildProgram(process.join(), log);
    Runtime.getRuntime().addShutdownHook(new Thread(program.process::destroy));
    return program;
  }

  public boolean running() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** The last lines that it printed, for a message. */
  public String lastLines() {
    try {
      return log.lastLines(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it, at once if it does not heed a polite request, and waits for its end. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(POLITE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().onExit().join();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw Deadline.interrupted(e);
    }
  }
}
