package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.creatoros.postgres.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs, one server. */
class EmbeddedServerProcessesTest {
  @TempDir private Path folder;

  private Path home;
  private EmbeddedServer server;

  @BeforeEach
  void nameServer() {
    home = folder.resolve("home");
    server = EmbeddedServer.at(DisposableServer.settings(home));
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  @Test
  void lastProcessToLeaveShouldStopServer() throws Exception {
    try (Holder first = Holder.start("hold", home);
        Holder second = Holder.start("hold", home)) {
      assertThat(first.line()).isEqualTo(second.line()).startsWith("jdbc:");
      OptionalLong pid = server.status().pid();

      assertThat(first.leave()).isZero();
      assertThat(server.status().pid()).isEqualTo(pid);

      assertThat(second.leave()).isZero();
      assertThat(server.status().running()).isFalse();
    }
  }

  @Test
  void nextProcessShouldUseAndStopServerWhenItsUsersWereKilled() throws Exception {
    OptionalLong pid;
    try (Holder first = Holder.start("hold", home);
        Holder second = Holder.start("hold", home)) {
      first.line();
      second.line();
      pid = server.status().pid();
    }
    assertThat(server.status().pid()).isPresent().isEqualTo(pid);

    try (EmbeddedServer.Lease lease = server.acquire()) {
      assertThat(lease.jdbcUrl()).startsWith("jdbc:");
      assertThat(server.status().pid()).isEqualTo(pid);
    }
    assertThat(server.status().running()).isFalse();
  }

  @Test
  void serverShouldStayForLivingProcessWhenAnotherWasKilled() throws Exception {
    try (Holder killed = Holder.start("hold", home);
        Holder living = Holder.start("hold", home)) {
      killed.line();
      living.line();
      OptionalLong pid = server.status().pid();

      killed.kill();
      server.acquire().close();

      assertThat(server.status().pid()).isPresent().isEqualTo(pid);
      living.leave();
      assertThat(server.status().running()).isFalse();
    }
  }

  @Test
  void acquireShouldSucceedWhenProcessWasKilledDuringInitdb() throws Exception {
    try (Holder killed = Holder.start("hold", home)) {
      Await.until("initdb is at work", this::halfMade);
      killed.kill();
    }
    assumeThat(home.resolve("data")).as("initdb was faster").doesNotExist();

    server.acquire().close();

    assertThat(halfMade()).isFalse();
  }

  @Test
  void everyProcessShouldBeServedWhenTenComeAndGo() throws Exception {
    try (EmbeddedServer.Lease lease = server.acquire()) {
      HolderMain.execute(lease, "CREATE TABLE visits (id bigserial)");
    }
    List<Holder> crowd = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      crowd.add(Holder.start("write", home));
    }

    for (Holder holder : crowd) {
      assertThat(holder.leave()).isZero();
    }

    assertThat(server.status().running()).isFalse();
    try (EmbeddedServer.Lease lease = server.acquire();
        Connection connection = HolderMain.connect(lease);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM visits")) {
      count.next();
      assertThat(count.getInt(1)).isEqualTo(10);
    }
  }

  @Test
  void everyProcessShouldBeServedWhenTenMeetNoDataFolder() throws Exception {
    List<Holder> crowd = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      crowd.add(Holder.start("hold", home));
    }

    List<String> urls = new ArrayList<>();
    for (Holder holder : crowd) {
      urls.add(String.valueOf(holder.line()));
    }
    for (Holder holder : crowd) {
      assertThat(holder.leave()).isZero();
    }

    assertThat(urls).allMatch(url -> url.startsWith("jdbc:")).containsOnly(urls.get(0));
    assertThat(server.status().running()).isFalse();
  }

  @Test
  void disposableServerShouldEndWhenItsProcessIsKilled() throws Exception {
    try (Holder holder = Holder.start("child", home)) {
      long pid = Long.parseLong(String.valueOf(holder.line()));

      holder.kill();

      Await.until("end of process " + pid, () -> ProcessHandle.of(pid).isEmpty());
    }
  }

  private boolean halfMade() throws IOException {
    if (!Files.isDirectory(home)) {
      return false;
    }
    try (Stream<Path> files = Files.list(home)) {
      return files.anyMatch(
          file ->
              file.getFileName().toString().startsWith("data.new-")
                  && Files.exists(file.resolve("PG_VERSION")));
    }
  }
}
