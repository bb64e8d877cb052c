package io.creatoros.postgres.testkit;

import java.io.IOException;

/**
 * What a server of the tests does with its sockets, in a thread that keeps no JVM alive. It ends
 * when its socket is closed, which is how such servers are stopped.
 */
public interface SocketWork {

  void run() throws IOException, InterruptedException;

  /** Starts some in a thread of this name. */
  static Thread start(String name, SocketWork work) {
    Thread thread = new Thread(() -> toItsEnd(work), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Closes a socket, which never fails for a reason that a test could do something about. */
  static void end(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }

  private static void toItsEnd(SocketWork work) {
    try {
      work.run();
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
