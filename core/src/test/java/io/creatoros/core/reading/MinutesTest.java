package io.creatoros.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinutesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          25                   | 25
          25 min               | 25
          ~30 minutos          | 30
          90'                  | 90
          10 min/dia           | 10
          10-15 minutes        | 13
          2.5h                 | 150
          2,5 horas            | 150
          1h30                 | 90
          1h 30min             | 90
          1 hora e 15 minutos  | 75
          3-5 hours            | 240
          25.5 hours           | 1530
          """,
      quoteCharacter = '`')
  void ofShouldReadDurationAsPeopleWriteIt(String text, int minutes) {
    assertThat(Minutes.of(text)).contains(minutes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "longa", "0", "1:30", "12 aulas", "2025-01-01", "99999999999 h"})
  void ofShouldBeEmptyWhenTextTellsNoDuration(String text) {
    assertThat(Minutes.of(text)).isEmpty();
    assertThat(Minutes.ofHours(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2.5, 150", "10, 600", "45 min, 45", "1h30, 90"})
  void ofHoursShouldTakeNumberAloneForHours(String text, int minutes) {
    assertThat(Minutes.ofHours(text)).contains(minutes);
  }
}
