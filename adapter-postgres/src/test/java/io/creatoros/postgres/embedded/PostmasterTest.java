package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostmasterTest {
  @TempDir private Path data;
  private Process process;

  @BeforeEach
  void startSomethingInTheFolder() throws IOException {
    process = new ProcessBuilder("cat").directory(data.toFile()).start();
  }

  @AfterEach
  void endIt() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @ParameterizedTest
  @CsvSource({"ready, true", "'ready   ', true", "starting, false", "stopping, false", "'', false"})
  void portShouldBeKnownOnlyWhenTheServerTakesConnections(String status, boolean known)
      throws IOException {
    OptionalInt port = known ? OptionalInt.of(5432) : OptionalInt.empty();
    Files.write(
        data.resolve("postmaster.pid"),
        List.of(process.pid() + "", data + "", "1", "5432", "", "127.0.0.1", "7", status));

    assertThat(Postmaster.of(data)).contains(new Postmaster(process.pid(), port));
  }
}
