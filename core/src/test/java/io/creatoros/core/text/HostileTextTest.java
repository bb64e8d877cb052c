package io.creatoros.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it neither fails nor takes long nor exhausts the stack. */
class HostileTextTest {

  private static final int LENGTH = 1 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final List<String> PIECES =
      List.of(
          "- ", "  ", "\n", "\r\n", "a: ", "1. ", "# ", "> ", "```", "---\n", "[", "]", "{", "}",
          "\"", "'", "&a ", "*a", "<<: ", "| ", ">\n", "!x ", "%", "? ", ",", ":", "\t", "é", "🎯",
          "\u0000", "\uD800", "\uFEFF", "\u2028", "<!--", "[a]: b", "\\", "=", "...\n", "null");

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">", "[", "- ", "1. ", "*", "`", "#", "{", "(", "|", "\t", "<", "> - ", "![", "[a]: ",
        "<!--", "\n", "---\n", "--- a\n", "a\n", "\"a\"\n", "- \n", "~~~\n", "> \n", "[\n", "x",
        "&a ", "*a ", "? ", "!", "%", "'", "\"", "a: ", "a:\n ", "<<: ", "[a,", "{a: "
      })
  void readShouldEndSoonWhenTextIsOneThingOverAndOver(String piece) {
    String text = piece.repeat(LENGTH / piece.length());

    assertTimeout(LIMIT, () -> MarkdownReader.read(text));
    assertTimeout(LIMIT, () -> YamlReader.read(text));
    assertTimeout(LIMIT, () -> JsonReader.read(text));
  }

  @Test
  void readShouldNotThrowWhenTextIsAnyMixture() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder mixture = new StringBuilder(i % 4 == 0 ? "---\na: 1\n" : "");
      for (int k = random.nextInt(40); k > 0; k--) {
        mixture.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String text = mixture.toString();

      MarkdownText markdown = MarkdownReader.read(text);
      StructuredText yaml = YamlReader.read(text);
      StructuredText json = JsonReader.read(text);

      int lines = (int) text.lines().count() + 1;
      assertThat(markdown.blocks()).allMatch(block -> block.line() >= 1 && block.line() <= lines);
      yaml.problem().ifPresent(problem -> assertThat(problem.line()).isPositive());
      json.problem().ifPresent(problem -> assertThat(problem.line()).isPositive());
      yaml.documents().forEach(HostileTextTest::assertClean);
    }
  }

  private static void assertClean(Value value) {
    if (value instanceof Value.Scalar scalar) {
      assertThat(scalar.written()).doesNotContain("\u0000", "\uD800");
    }
    value.items().forEach(HostileTextTest::assertClean);
    if (value instanceof Value.Entries map) {
      map.values().keySet().forEach(key -> assertThat(key).doesNotContain("\u0000"));
      map.values().values().forEach(HostileTextTest::assertClean);
    }
  }
}
