package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "500 KiB, 512000", "25MiB, 26214400", "2mb, 2000000", "1gib, 1073741824"})
  void sizeShouldScaleWhenAUnitIsGiven(String text, long bytes) {
    assertThat(Units.size(text)).contains(bytes);
  }

  @ParameterizedTest
  @CsvSource({"0ms, 0", "500ms, 500", "2 s, 2000", "5m, 300000", "1H, 3600000"})
  void durationShouldScaleWhenAUnitIsGiven(String text, long millis) {
    assertThat(Units.duration(text)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5MiB", "1 parsec", "0", "999999999999GiB"})
  void sizeShouldBeEmptyWhenTheTextIsNone(String text) {
    assertThat(Units.size(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "31d", "999999h", "-2s"})
  void durationShouldBeEmptyWhenTheTextIsNone(String text) {
    assertThat(Units.duration(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "ten", "1s"})
  void countShouldBeEmptyWhenTheTextIsNone(String text) {
    assertThat(Units.count(text)).isEmpty();
  }
}
