package io.creatoros.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

  @ParameterizedTest
  @CsvSource({
    "pt-BR, pt",
    "Português (Brasil), pt",
    "PORTUGUES, pt",
    "en_US, en",
    "Inglês, en",
    "Spanish, es"
  })
  void ofShouldTellTagWhenTextNamesLanguage(String text, String tag) {
    assertThat(LanguageTag.of(text)).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ensino", "Latim", "portátil"})
  void ofShouldTellNothingWhenTextNamesNone(String text) {
    assertThat(LanguageTag.of(text)).isEmpty();
  }
}
