package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void parseShouldUnderstandQuotesExportAndComments() {
    Map<String, String> values =
        parse(
            """
            \uFEFF# a comment
            PLAIN=value
            export EXPORTED = spaced out   # said so
            SINGLE='as $IT is # really' # but not this
            DOUBLE="line\\nnext \\"quoted\\""
            HASH=pa#ss
            EMPTY=
            COMMAND=$(touch /tmp/never)
            """);

    assertThat(problems).isEmpty();
    assertThat(values)
        .containsOnly(
            Map.entry("PLAIN", "value"),
            Map.entry("EXPORTED", "spaced out"),
            Map.entry("SINGLE", "as $IT is # really"),
            Map.entry("DOUBLE", "line\nnext \"quoted\""),
            Map.entry("HASH", "pa#ss"),
            Map.entry("EMPTY", ""),
            Map.entry("COMMAND", "$(touch /tmp/never)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SECRET hunter2", "SECRET='hunter2", "SECRET=\"hunter2", "A='hunter2' b"})
  void parseShouldNameTheLineAndNotTheValueWhenItIsWrong(String line) {
    parse("GOOD=1\n" + line + "\n");

    assertThat(problems).singleElement().asString().contains(".env:2").doesNotContain("hunter2");
  }

  private Map<String, String> parse(String text) {
    return DotEnv.parse(text, Path.of(".env"), problems);
  }
}
