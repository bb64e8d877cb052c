package io.creatoros.app;

import io.creatoros.app.cli.Cli;
import io.creatoros.app.cli.CliEnvironment;
import io.creatoros.app.wiring.Application;
import io.creatoros.app.wiring.LogSetup;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The command-line program. */
public final class Main {

  private static final long PATIENCE_SECONDS = 5;
  private static final int GIVEN_UP = -1;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.setProperty(LogSetup.COMMAND, "true");
    String terminals = System.getProperty("creatoros.terminals", "");
    CliEnvironment environment =
        new CliEnvironment(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            terminals.contains("1"),
            terminals.contains("2"),
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Application::open);
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(interruption(Thread.currentThread(), ended));
    int code = Cli.run(environment, arguments);
    ended.complete(code);
    System.exit(code);
  }

  /**
   * On Ctrl-C, lets the command give back what it holds before the process ends. A command that is
   * meant to be ended so has succeeded.
   */
  private static Thread interruption(Thread command, CompletableFuture<Integer> ended) {
    return new Thread(
        () -> {
          if (!ended.isDone()) {
            command.interrupt();
            if (ended.completeOnTimeout(GIVEN_UP, PATIENCE_SECONDS, TimeUnit.SECONDS).join() == 0) {
              Runtime.getRuntime().halt(0);
            }
          }
        },
        "interruption");
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
  }
}
