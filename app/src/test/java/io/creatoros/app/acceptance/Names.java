package io.creatoros.app.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** File names that Java cannot spell. */
final class Names {

  private Names() {}

  /** Makes a file whose name is no text; a test that asks in vain says skipped. */
  static void createNotText(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'bad-\\377\\376.md')\"")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    boolean made = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    assumeTrue(made, "this file system takes only names that are text");
  }
}
