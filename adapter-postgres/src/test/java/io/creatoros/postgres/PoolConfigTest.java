package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolConfigTest {

  @Test
  void defaultsShouldSuitALaptop() {
    assertThat(PoolConfig.DEFAULTS)
        .isEqualTo(
            new PoolConfig(
                4,
                1,
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5)));
    assertThat(PostgresConfig.of("postgresql://h/d").withPoolSize(7).pool())
        .isEqualTo(PoolConfig.DEFAULTS.withSize(7));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 600, 1800, 120, 5000, pool size",
    "4, -1, 600, 1800, 120, 5000, idle connections",
    "4, 1, 9, 1800, 120, 5000, idle timeout",
    "4, 1, 600, 29, 0, 5000, maximum lifetime",
    "4, 1, 600, 1800, 29, 5000, keepalive",
    "4, 1, 600, 1800, 1800, 5000, keepalive",
    "4, 1, 600, 1800, 120, 249, validation timeout"
  })
  void valueShouldBeRefusedWhenItMakesNoSense(
      int size,
      int idle,
      int idleTimeout,
      int lifetime,
      int keepalive,
      int validation,
      String named) {
    assertThatThrownBy(
            () ->
                new PoolConfig(
                    size,
                    idle,
                    Duration.ofSeconds(idleTimeout),
                    Duration.ofSeconds(lifetime),
                    Duration.ofSeconds(keepalive),
                    Duration.ofMillis(validation)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void keepaliveShouldBeOffWhenItIsZero() {
    PoolConfig pool =
        new PoolConfig(
            1,
            0,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ZERO,
            Duration.ofMillis(250));

    assertThat(pool.keepalive()).isZero();
  }
}
