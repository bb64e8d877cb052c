package io.creatoros.postgres.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running {@link HolderMain}. */
final class Holder implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private Holder(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static Holder start(String action, Path home) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            HolderMain.class.getName(),
            action,
            home.toString());
    return new Holder(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
  }

  /** The next line it says; null when it ended without one. */
  @Nullable String line() throws IOException {
    return output.readLine();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends its input and waits for its end. */
  int leave() throws IOException, InterruptedException {
    process.outputWriter().close();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      throw new AssertionError("the program does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
