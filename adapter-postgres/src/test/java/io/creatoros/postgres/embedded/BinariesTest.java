package io.creatoros.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz",
    "Linux, aarch64, postgres-linux-arm_64.txz",
    "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz"
  })
  void archiveNameShouldFollowPlatform(String os, String arch, String name) {
    assertThat(Binaries.archiveName(os, arch)).isEqualTo(name);
  }

  @Test
  void unpackedInShouldLeaveOneCompleteFolderWhenSeveralBeginAtOnce() throws Exception {
    Path cache = folder.resolve("not/yet/made");
    Callable<Binaries> unpack = () -> Binaries.unpackedIn(cache);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Binaries>> unpacked = threads.invokeAll(List.of(unpack, unpack));

      assertThat(unpacked.get(0).get()).isEqualTo(unpacked.get(1).get());
      assertThat(version(unpacked.get(0).get())).contains("(PostgreSQL) " + Binaries.MAJOR + ".");
    } finally {
      threads.shutdown();
    }
    assertThat(children(cache)).hasSize(1);
  }

  @Test
  void unpackedInShouldUnpackAgainWhenAProgramIsMissing() throws IOException {
    Binaries binaries = Binaries.unpackedIn(folder);
    Files.delete(Path.of(binaries.program("initdb")));

    Binaries again = Binaries.unpackedIn(folder);

    assertThat(again).isEqualTo(binaries);
    assertThat(Path.of(again.program("initdb"))).isExecutable();
    assertThat(children(folder)).hasSize(1);
  }

  private String version(Binaries binaries) throws IOException {
    Path output = folder.resolve("version");
    Programs.run(
        List.of(binaries.program("postgres"), "--version"),
        folder,
        output,
        Deadline.after(EmbeddedSettings.defaults().patience()));
    return Files.readString(output);
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).toList();
    }
  }
}
