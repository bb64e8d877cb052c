package io.creatoros.app.benchmark;

/** Other programs, run to their end. */
final class Programs {

  private Programs() {}

  /** Runs one; throws with what it printed unless it succeeds. */
  static void run(ProcessBuilder command, String what) throws Exception {
    command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.PIPE);
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(what + " failed: " + said);
    }
  }
}
