package io.creatoros.app.benchmark;

/** Other programs, run to their end. */
final class Programs {

  private Programs() {}

  /** Runs one and returns what it printed; throws with it unless the program succeeds. */
  static String run(ProcessBuilder command, String what) throws Exception {
    command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.PIPE);
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(what + " failed: " + said);
    }
    return said;
  }
}
