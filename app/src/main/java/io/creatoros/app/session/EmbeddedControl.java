package io.creatoros.app.session;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The embedded server as its owner sees it. */
public interface EmbeddedControl {

  /** Starts it, and lets it stay when nobody uses it. */
  Status start();

  /**
   * Stops it unless somebody uses it; then the last one to do so will.
   *
   * @return whether it is stopped now
   */
  boolean stop();

  /** What is known of it, without starting it. */
  Status status();

  /**
   * What is known of it.
   *
   * @param home its folder
   * @param log the file of what it printed
   * @param kept whether it stays when nobody uses it
   * @param pid its process, if it runs
   * @param port its port, if it runs
   */
  record Status(Path home, Path log, boolean kept, OptionalLong pid, OptionalInt port) {}
}
