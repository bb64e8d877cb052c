package io.creatoros.postgres.embedded;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs other programs with a bare environment: what they inherit stays readable for their life. */
final class Programs {
  private static final Duration PROBE = Duration.ofSeconds(10);

  private Programs() {}

  /** Starts a program and returns at once; what it prints is appended to the log. */
  static Process start(List<String> command, Path folder, Path log) throws IOException {
    return builder(command, folder, Redirect.appendTo(log.toFile())).start();
  }

  /** Runs a program to its end. Fails when the deadline comes first; the program is ended then. */
  static int run(List<String> command, Path folder, Path log, Deadline deadline)
      throws IOException {
    return await(start(command, folder, log), command.get(0), deadline);
  }

  /** Whether this command exists and succeeds. */
  static boolean works(List<String> command) {
    try {
      Process process = builder(command, Path.of("/"), Redirect.DISCARD).start();
      return await(process, command.get(0), Deadline.after(PROBE)) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static ProcessBuilder builder(List<String> command, Path folder, Redirect output) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder
        .directory(folder.toFile())
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(output);
  }

  private static int await(Process process, String name, Deadline deadline) {
    try {
      if (process.waitFor(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw Deadline.interrupted(e);
    }
    process.destroyForcibly();
    throw new EmbeddedServerException(
        "EMBEDDED_TIMEOUT", "the program " + name + " did not end in time; repeat the command");
  }
}
