package io.creatoros.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleNumberTest {

  @ParameterizedTest
  @CsvSource({
    "Módulo 1, 1, 1",
    "modulo-1, 1, 1",
    "M0, 0, 0",
    "week_12, 12, 12",
    "block-1, 1, 1",
    "modulo-04A, 04A, 4a",
    "07, 07, 7",
    "Módulo 2 - Aulas 3 e 4, 2, 2"
  })
  void ofShouldKeepNumberAsWrittenAndKeyItWithoutZeros(String text, String number, String key) {
    assertThat(ModuleNumber.of(text)).contains(number);
    assertThat(ModuleNumber.key(text)).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Fundamentos", "M", "12345678"})
  void ofShouldBeEmptyWhenThereIsNoNumber(String text) {
    assertThat(ModuleNumber.of(text)).isEmpty();
  }
}
