package io.creatoros.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          🎯 Objetivos da Lição:   | objetivos da licao
          DURAÇÃO  estimada        | duracao estimada
          lesson_title             | lesson title
          (2.1) — mac              | 2 1 mac
          ✅                       | ''
          ''                       | ''
          """)
  void ofShouldKeepLettersAndDigitsOnly(String text, String words) {
    assertThat(PlainWords.of(text)).isEqualTo(words);
  }

  @Test
  void foldedShouldKeepAllSignsButAccents() {
    assertThat(PlainWords.folded(" Análise_de MERCADO (2)! "))
        .isEqualTo(" analise_de mercado (2)! ");
  }

  @Test
  void ofShouldReadOnlyTheBeginningOfLongTexts() {
    assertThat(PlainWords.of("a".repeat(1_000_000))).hasSize(200);
  }
}
