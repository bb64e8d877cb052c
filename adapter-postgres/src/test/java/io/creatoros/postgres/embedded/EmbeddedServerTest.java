package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.creatoros.postgres.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.Driver;

class EmbeddedServerTest {
  @TempDir private Path folder;

  private EmbeddedSettings settings;
  private EmbeddedServer server;

  @BeforeEach
  void nameServer() {
    settings = DisposableServer.settings(folder.resolve("home"));
    server = EmbeddedServer.at(settings);
  }

  @AfterEach
  void stopServer() {
    server.stop();
  }

  @Test
  void acquireShouldStartServerWhenNoneRuns() throws SQLException {
    try (EmbeddedServer.Lease lease = server.acquire()) {
      assertThat(setting(lease, "server_version")).startsWith(Binaries.MAJOR + ".");
      assertThat(server.status().running()).isTrue();
    }
    assertThat(server.status().running()).isFalse();
  }

  @Test
  void acquireShouldShareServerWhenOneRuns() throws SQLException {
    EmbeddedServer.Lease first = server.acquire();
    EmbeddedServer.Lease second = EmbeddedServer.at(settings).acquire();

    first.close();
    first.close();

    assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
    assertThat(setting(second, "fsync")).isEqualTo("on");
    second.close();
    assertThat(server.status().running()).isFalse();
  }

  @Test
  void acquireShouldFindRowsAndPortWhenServerWasStopped() throws SQLException {
    String url;
    try (EmbeddedServer.Lease lease = server.acquire()) {
      HolderMain.execute(lease, "CREATE TABLE visits (id bigserial)");
      url = lease.jdbcUrl();
    }

    try (EmbeddedServer.Lease lease = server.acquire()) {
      assertThat(lease.jdbcUrl()).isEqualTo(url);
      assertThat(query(lease, "SELECT count(*) FROM visits")).isEqualTo("0");
    }
  }

  @Test
  void acquireShouldRecoverWhenServerWasKilled() throws SQLException {
    try (EmbeddedServer.Lease lease = server.acquire()) {
      HolderMain.execute(lease, "CREATE TABLE visits (id bigserial)");
      HolderMain.execute(lease, "INSERT INTO visits DEFAULT VALUES");
      kill(server.status().pid().orElseThrow());

      try (EmbeddedServer.Lease next = server.acquire()) {
        assertThat(query(next, "SELECT count(*) FROM visits")).isEqualTo("1");
      }
    }
    assertThat(server.status().running()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"living", "ended", "illegible"})
  void acquireShouldStartServerWhenPidFileIsStale(String process) throws Exception {
    server.acquire().close();
    String pid =
        switch (process) {
          case "living" -> Long.toString(ProcessHandle.current().pid());
          case "ended" -> Long.toString(endedProcess());
          default -> "";
        };
    Path data = settings.home().resolve("data");
    Files.writeString(
        data.resolve("postmaster.pid"), pid + "\n" + data + "\n1\n1\n\n127.0.0.1\n\nready\n");

    try (EmbeddedServer.Lease lease = server.acquire()) {
      assertThat(query(lease, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void acquireShouldBeginAnewWhenDataFolderIsHalfMade() throws Exception {
    Path half = Files.createDirectories(settings.home().resolve("data.new-half"));
    Files.writeString(half.resolve("PG_VERSION"), Binaries.MAJOR);

    try (EmbeddedServer.Lease lease = server.acquire()) {
      assertThat(query(lease, "SELECT 1")).isEqualTo("1");
    }

    assertThat(half).doesNotExist();
  }

  @Test
  void acquireShouldMakeDatabaseWhenItIsMissing() throws SQLException {
    try (EmbeddedServer.Lease lease = server.acquire()) {
      String other = lease.jdbcUrl().replace("/creatoros", "/postgres");
      Properties properties = new Properties();
      properties.setProperty("user", lease.user());
      properties.setProperty("password", lease.password());
      try (Connection connection = new Driver().connect(other, properties);
          Statement statement = connection.createStatement()) {
        statement.execute("DROP DATABASE creatoros");
      }

      try (EmbeddedServer.Lease next = server.acquire()) {
        assertThat(query(next, "SELECT current_database()")).isEqualTo("creatoros");
      }
    }
  }

  @Test
  void acquireShouldTakeAnotherPortWhenItsPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Files.createDirectories(settings.home());
      Files.writeString(settings.home().resolve("port"), taken.getLocalPort() + "\n");

      try (EmbeddedServer.Lease lease = server.acquire()) {
        assertThat(lease.jdbcUrl()).doesNotContain(":" + taken.getLocalPort() + "/");
      }
    }
  }

  @Test
  void serverShouldHaveSafeSettings() throws SQLException {
    try (EmbeddedServer.Lease lease = server.acquire()) {
      assertThat(setting(lease, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(lease, "unix_socket_directories")).isEmpty();
      assertThat(setting(lease, "fsync")).isEqualTo("on");
      assertThat(setting(lease, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(lease, "full_page_writes")).isEqualTo("on");
      assertThat(setting(lease, "password_encryption")).isEqualTo("scram-sha-256");
      assertThat(setting(lease, "server_encoding")).isEqualTo("UTF8");
      assertThat(setting(lease, "lc_messages")).isEqualTo("C");
      assertThat(setting(lease, "shared_buffers")).isEqualTo("128MB");
      assertThat(setting(lease, "max_connections")).isEqualTo("100");
      assertThat(query(lease, "SELECT reset_val FROM pg_settings WHERE name = 'log_timezone'"))
          .isEqualTo("UTC");
      assertThat(query(lease, "SELECT datlocale FROM pg_database WHERE datname = 'creatoros'"))
          .isEqualTo("C.UTF-8");
      assertThat(query(lease, "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
    }
  }

  @Test
  void startShouldKeepServerWhenLastOneLeaves() {
    EmbeddedServer.Status started = server.start();

    server.acquire().close();

    assertThat(server.status()).isEqualTo(started);
    assertThat(started.kept()).isTrue();
    assertThat(server.stop()).isTrue();
    assertThat(server.status().running()).isFalse();
    assertThat(server.status().kept()).isFalse();
  }

  @Test
  void stopShouldLeaveServerToItsUsersWhenItIsInUse() throws SQLException {
    server.start();
    try (EmbeddedServer.Lease lease = server.acquire()) {
      assertThat(server.stop()).isFalse();

      assertThat(query(lease, "SELECT 1")).isEqualTo("1");
    }
    assertThat(server.status().running()).isFalse();
  }

  @Test
  void stopShouldSucceedWhenNothingRuns() {
    assertThat(server.stop()).isTrue();
  }

  @Test
  void passwordShouldStayInItsPrivateFile() throws Exception {
    try (EmbeddedServer.Lease lease = server.acquire()) {
      String password = lease.password();
      Path file = settings.home().resolve("password");

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file).strip()).isEqualTo(password).hasSizeGreaterThan(24);
      assertThat(lease.toString() + lease.jdbcUrl() + server.status()).doesNotContain(password);
      assertThat(Files.readString(server.status().log())).doesNotContain(password);
      assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info))
          .noneMatch(info -> info.commandLine().orElse("").contains(password));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.home())))
        .isEqualTo("rwx------");
  }

  @Test
  void serverShouldRefuseLoginWhenPasswordIsWrong() {
    try (EmbeddedServer.Lease lease = server.acquire()) {
      Properties properties = new Properties();
      properties.setProperty("user", lease.user());
      properties.setProperty("password", "wrong");

      assertThatThrownBy(() -> new Driver().connect(lease.jdbcUrl(), properties))
          .asInstanceOf(type(SQLException.class))
          .extracting(SQLException::getSQLState)
          .isEqualTo("28P01");
    }
  }

  @Test
  void serverShouldNotShareOurSessionSoThatCtrlCSparesIt() throws IOException {
    try (EmbeddedServer.Lease lease = server.acquire()) {
      assertThat(lease.jdbcUrl()).isNotEmpty();
      assertThat(session(server.status().pid().orElseThrow()))
          .isNotEqualTo(session(ProcessHandle.current().pid()));
    }
  }

  @Test
  void acquireShouldExplainWhenServerCannotStart() throws IOException {
    server.acquire().close();
    Path configuration = settings.home().resolve("data/postgresql.conf");
    String sound = Files.readString(configuration);
    Files.writeString(configuration, "no_such_setting = 1\n", StandardOpenOption.APPEND);

    assertThatThrownBy(server::acquire)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("EMBEDDED_START_FAILED")
        .hasMessageContaining("no_such_setting")
        .hasMessageContaining("server.log");

    Files.writeString(configuration, sound);
    server.acquire().close();
  }

  @Test
  void acquireShouldExplainWhenPasswordFileIsLost() throws IOException {
    server.acquire().close();
    Files.delete(settings.home().resolve("password"));

    assertCode("EMBEDDED_PASSWORD");
  }

  @Test
  void acquireShouldExplainWhenPasswordFileIsAnother() throws IOException {
    server.acquire().close();
    Files.writeString(settings.home().resolve("password"), "another\n");

    assertCode("EMBEDDED_PASSWORD");
  }

  @Test
  void acquireShouldExplainWhenHomeCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> EmbeddedServer.at(settings.withHome(file.resolve("home"))).acquire())
        .hasMessageContaining("EMBEDDED_FILES")
        .hasMessageContaining(file.toString());
  }

  @Test
  void acquireShouldGiveUpWhenAnotherProgramIsStuck() throws Exception {
    try (Holder stuck = Holder.start("lock", settings.home())) {
      assertThat(stuck.line()).isEqualTo("locked");
      EmbeddedServer hasty = EmbeddedServer.at(settings.withPatience(Duration.ofMillis(50)));

      assertThatThrownBy(hasty::acquire)
          .hasMessageContaining("EMBEDDED_TIMEOUT")
          .hasMessageContaining(settings.home().toString());
    }
  }

  @Test
  void logShouldBeCutWhenItIsLong() throws IOException {
    server.acquire().close();
    Path log = server.status().log();
    Files.writeString(log, "x".repeat(2 << 20), StandardOpenOption.APPEND);

    server.acquire().close();

    assertThat(log).satisfies(file -> assertThat(Files.size(file)).isLessThan(1 << 20));
    try (Stream<Path> files = Files.list(settings.home())) {
      assertThat(files.filter(file -> file.toString().contains("server.log"))).hasSize(2);
    }
  }

  private void assertCode(String code) {
    assertThatThrownBy(server::acquire)
        .asInstanceOf(type(EmbeddedServerException.class))
        .extracting(EmbeddedServerException::code)
        .isEqualTo(code);
  }

  private static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    Await.until("end of process " + pid, () -> !process.isAlive());
  }

  private static long endedProcess() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private static String session(long pid) throws IOException {
    String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return status.substring(status.lastIndexOf(')') + 2).split(" ")[3];
  }

  private static String setting(EmbeddedServer.Lease lease, String name) throws SQLException {
    return query(lease, "SHOW " + name);
  }

  private static String query(EmbeddedServer.Lease lease, String sql) throws SQLException {
    try (Connection connection = HolderMain.connect(lease);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
