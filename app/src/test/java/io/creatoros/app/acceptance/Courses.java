package io.creatoros.app.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Course folders to work with: the samples, and real ones where this machine has them. */
final class Courses {

  private Courses() {}

  /** The samples that the documentation shows. */
  static Path samples() {
    return ancestors()
        .map(folder -> folder.resolve("docs/examples/courses"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow();
  }

  /** Real course folders beside the project; a test that asks in vain says skipped. */
  static Path real() {
    Path corpus =
        ancestors()
            .map(folder -> folder.resolve("shared/corpus"))
            .filter(folder -> Files.isRegularFile(folder.resolve("SHA256SUMS")))
            .findFirst()
            .orElse(Path.of("absent"));
    assumeTrue(
        Files.isDirectory(corpus), "there are no real course folders beside the project to run on");
    return corpus;
  }

  /** What {@code SHA256SUMS} of the real courses says of the files below a folder, by path. */
  static SortedMap<String, String> recordedHashes(String folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String line : Files.readAllLines(real().resolve("SHA256SUMS"))) {
      String[] parts = line.split(" [ *]", 2);
      if (parts[1].startsWith(folder + "/")) {
        hashes.put(parts[1].substring(folder.length() + 1), parts[0]);
      }
    }
    return hashes;
  }

  private static Stream<Path> ancestors() {
    return Stream.iterate(
        Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent);
  }
}
