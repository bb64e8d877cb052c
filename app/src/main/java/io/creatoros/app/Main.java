package io.creatoros.app;

import io.creatoros.app.cli.Cli;
import io.creatoros.app.cli.CliEnvironment;
import io.creatoros.app.wiring.Application;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command-line program. */
public final class Main {

  private static final long PATIENCE_SECONDS = 5;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    String terminals = System.getProperty("creatoros.terminals", "");
    CliEnvironment environment =
        new CliEnvironment(
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            terminals.contains("1"),
            terminals.contains("2"),
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Application::open);
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(interruption(Thread.currentThread(), done));
    int code = Cli.run(environment, arguments);
    done.countDown();
    System.exit(code);
  }

  /** On Ctrl-C, lets the command give back what it holds before the process ends. */
  private static Thread interruption(Thread command, CountDownLatch done) {
    return new Thread(
        () -> {
          try {
            if (done.getCount() > 0) {
              command.interrupt();
              done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "interruption");
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
  }
}
