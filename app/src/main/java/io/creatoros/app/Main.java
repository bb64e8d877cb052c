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

/** The command-line program. */
public final class Main {

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
    System.exit(Cli.run(environment, arguments));
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
  }
}
