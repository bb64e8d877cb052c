package io.creatoros.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BloomLevelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          understand          | understand
          Analyze             | analyze
          Analyse             | analyze
          understand/analyze  | analyze
          apply, create       | create
          Criar e Lembrar     | create
          Aplicar             | apply
          Avaliação           | evaluate
          Compreensão         | understand
          1                   | remember
          6                   | create
          2-3                 | apply
          Nível 3 - Entender  | understand
          """)
  void ofShouldNameLevelInEnglishWhateverItsForm(String text, String level) {
    assertThat(BloomLevel.of(text)).contains(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "7", "alto", "N/A", "12"})
  void ofShouldBeEmptyWhenTextNamesNone(String text) {
    assertThat(BloomLevel.of(text)).isEmpty();
  }
}
