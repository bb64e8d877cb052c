package io.creatoros.postgrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "120, 120"})
  void numberShouldBeSeconds(String value, long seconds) {
    assertThat(RetryAfter.read(value, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void dateShouldBeTheTimeUntilThen() {
    assertThat(RetryAfter.read("Sun, 01 Mar 2026 12:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
    assertThat(RetryAfter.read("Sun, 01 Mar 2026 11:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "99999999999999999999", "1.5"})
  void anythingElseShouldBeNothing(String value) {
    assertThat(RetryAfter.read(value, NOW)).isEmpty();
  }
}
