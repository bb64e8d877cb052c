package io.creatoros.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  @ParameterizedTest
  @MethodSource("texts")
  void countShouldCountWhatStandsBetweenWhiteSpace(String text, int words) {
    assertThat(Words.count(text)).isEqualTo(words);
    assertThat(Scores.counted(text).words()).isEqualTo(words);
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", 0),
        Arguments.of(" \n\t ", 0),
        Arguments.of("uma", 1),
        Arguments.of("## Fim: bem-vindo!", 3),
        Arguments.of("uma\nduas\r\ntrês\tquatro", 4),
        Arguments.of("uma\u00a0duas\u2003três\u2028quatro\u3000cinco", 5),
        Arguments.of("uma\u0085duas\u001ctrês\u001fquatro", 4),
        Arguments.of("uma\u200bduas", 1),
        Arguments.of("🎯 G\ufe0f", 2));
  }
}
