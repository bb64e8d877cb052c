package io.creatoros.core.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/observability.md} tells of every meter, and of no other. */
class MetersDocumentTest {

  private static final Path SOURCES = Path.of("src/main/java/io/creatoros/core");
  private static final Pattern METER = Pattern.compile("\"(creatoros\\.[a-z.]+)\"");
  private static final Pattern TOLD = Pattern.compile("(?m)^\\| `(creatoros\\.[a-z.]+)` \\|");

  @Test
  void tableShouldHoldEveryMeter() throws IOException {
    Set<String> meters = new TreeSet<>();
    for (String area : new String[] {"dualwrite", "resilience"}) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(area))) {
        files.forEach(file -> meters.addAll(found(METER, file)));
      }
    }

    assertThat(meters).hasSize(8);
    assertThat(found(TOLD, Path.of("../docs/observability.md"))).isEqualTo(meters);
  }

  private static Set<String> found(Pattern pattern, Path file) {
    try {
      return pattern
          .matcher(Files.readString(file))
          .results()
          .map(match -> match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
