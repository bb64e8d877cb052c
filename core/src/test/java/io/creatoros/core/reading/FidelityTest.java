package io.creatoros.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FidelityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.9; 0.9",
        "0.90; 0.9",
        "90; 0.9",
        "90%; 0.9",
        "90%+; 0.9",
        "90 %; 0.9",
        ">= 85%; 0.85",
        "0.875; 0.88",
        "87,5%; 0.88",
        "85-90%; 0.85",
        "85 - 90%; 0.85",
        "Aplicar fidelity score (target: 85%+); 0.85",
        "5%; 0.05",
        "1; 1",
        "100; 1",
        "0; 0"
      })
  void ofShouldTellShareWhenTextTellsFidelity(String text, BigDecimal share) {
    assertThat(Fidelity.of(text)).contains(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alta", "1.7", "-0.5", "101", "250%", "9", "2025-10-22"})
  void ofShouldTellNothingWhenFigureIsNeitherShareNorPercentage(String text) {
    assertThat(Fidelity.of(text)).isEmpty();
  }
}
