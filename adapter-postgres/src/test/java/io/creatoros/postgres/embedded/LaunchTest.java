package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LaunchTest {
  private static final ServerHome HOME = new ServerHome(Path.of("/home/ana/server"));
  private static final Binaries BINARIES = new Binaries(Path.of("/cache/postgres"));

  @Test
  void detachedShouldUseSessionOfItsOwnWhenThatIsPossible() {
    assertThat(Launch.detached(HOME, BINARIES, 5432, true))
        .startsWith("setsid", "/cache/postgres/bin/postgres", "-D", "/home/ana/server/data")
        .contains("--port=5432", "--listen_addresses=127.0.0.1");
  }

  @Test
  void detachedShouldUsePgCtlWhenThereIsNoSetsid() {
    assertThat(Launch.detached(HOME, BINARIES, 5432, false))
        .startsWith("/cache/postgres/bin/pg_ctl", "start")
        .last()
        .asString()
        .startsWith("'--port=5432' '--listen_addresses=127.0.0.1'");
  }

  @Test
  void choosePortShouldKeepRememberedPortWhenItIsFree() throws IOException {
    int port = Launch.choosePort(OptionalInt.empty());

    assertThat(Launch.choosePort(OptionalInt.of(port))).isEqualTo(port);
  }

  @Test
  void choosePortShouldFindAnotherWhenRememberedPortIsTakenOrNonsense() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();

      assertThat(Launch.choosePort(OptionalInt.of(port))).isNotEqualTo(port);
      assertThat(Launch.choosePort(OptionalInt.of(70_000))).isBetween(1024, 65_535);
    }
  }
}
