package io.creatoros.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** How a server is launched: its command line and its port. */
final class Launch {
  private static final List<String> NEW_SESSION = List.of("setsid");
  private static final int LOWEST_PORT = 20_000;
  private static final int PORTS = 10_000;

  private Launch() {}

  /** What the server must not differ from, whatever its configuration files say. */
  static List<String> options(int port) {
    return List.of(
        "--port=" + port,
        "--listen_addresses=127.0.0.1",
        "--unix_socket_directories=",
        "--fsync=on",
        "--synchronous_commit=on",
        "--log_statement=none",
        "--log_min_messages=log",
        "--log_min_error_statement=panic");
  }

  /**
   * A command whose server outlives this process and is not in the process group that Ctrl-C
   * interrupts: in a session of its own, or, where there is no {@code setsid}, by {@code pg_ctl}.
   */
  static List<String> detached(ServerHome home, Binaries binaries, int port, boolean setsid) {
    List<String> command = new ArrayList<>();
    if (setsid) {
      command.addAll(NEW_SESSION);
      command.addAll(List.of(binaries.program("postgres"), "-D", home.data().toString()));
      command.addAll(options(port));
    } else {
      command.addAll(List.of(binaries.program("pg_ctl"), "start", "-w", "-s"));
      command.addAll(List.of("-D", home.data().toString(), "-o", String.join(" ", quoted(port))));
    }
    return command;
  }

  static boolean setsidWorks() {
    return Programs.works(List.of("setsid", "true"));
  }

  /**
   * The remembered port if it is free, else a free one below those that outgoing connections use,
   * which would be taken when it is wanted again.
   */
  static int choosePort(OptionalInt remembered) throws IOException {
    if (remembered.isPresent() && free(remembered.getAsInt())) {
      return remembered.getAsInt();
    }
    for (int attempt = 0; attempt < 50; attempt++) {
      int port = LOWEST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
      if (free(port)) {
        return port;
      }
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static List<String> quoted(int port) {
    return options(port).stream().map(option -> "'" + option + "'").toList();
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
