package io.creatoros.core.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3 horas; 3",
        "2.5 h; 2.5",
        "6,5 horas (26 aulas de 15 min); 6.5",
        "90 minutos; 1.5",
        "2h55; 2.92",
        "2h30min; 2.5",
        "1 hora e 30 minutos; 1.5",
        "2 horas 55 minutos; 2.92",
        "3-5 h; 4",
        "6-8 horas; 7",
        "3 a 5 horas; 4",
        "1h - 2h; 1.5",
        "10+ horas; 10",
        "~3 horas (152 minutos); 2.53",
        "[x] Curso padrão: 3-5 horas (8-15 aulas) Duração real: 2h55 (175 min) - 17 aulas; 2.92",
        "3 horas 10 aulas; 3",
        "~2.5 hours; 2.5"
      })
  void ofShouldTellHoursWhenTextTellsDuration(String text, BigDecimal hours) {
    assertThat(Duration.of(text).map(Duration::hours)).contains(hours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4 semanas",
        "12h/dia",
        "10 aulas de 15 min",
        "15 min por aula",
        "0 horas",
        "3",
        "R$ 97"
      })
  void ofShouldTellNothingWhenTextTellsNoDurationOfCourse(String text) {
    assertThat(Duration.of(text)).isEmpty();
  }
}
