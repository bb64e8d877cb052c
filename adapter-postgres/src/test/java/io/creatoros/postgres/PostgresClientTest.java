package io.creatoros.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresClientTest {

  private static final PostgresConfig CONFIG =
      PostgresConfig.of("postgresql://a%40na:p%2Fw@db.example:6543/my%20db?sslmode=require");

  @Test
  void urlShouldLeaveThePasswordOutUnlessItIsAsked() {
    assertThat(PostgresClient.url(CONFIG, false))
        .isEqualTo("postgresql://a%40na@db.example:6543/my%20db?sslmode=require");
    assertThat(PostgresClient.url(CONFIG, true))
        .isEqualTo("postgresql://a%40na:p%2Fw@db.example:6543/my%20db?sslmode=require");
  }

  @Test
  void urlShouldReadBackAsTheSameServer() {
    PostgresConfig again = PostgresConfig.of(PostgresClient.url(CONFIG, true));

    assertThat(again.effectiveUser()).contains("a@na");
    assertThat(again.effectivePassword()).contains("p/w");
    assertThat(again.server()).isEqualTo(CONFIG.server());
  }

  @Test
  void variablesShouldBeThoseOfPostgresqlsOwnPrograms() {
    assertThat(PostgresClient.variables(CONFIG))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "PGHOST", "db.example",
                "PGPORT", "6543",
                "PGDATABASE", "my db",
                "PGUSER", "a@na",
                "PGPASSWORD", "p/w",
                "PGSSLMODE", "require"));
  }

  @Test
  void variablesShouldLeaveOutWhatIsNotConfigured() {
    assertThat(PostgresClient.variables(PostgresConfig.of("jdbc:postgresql://h/d")))
        .containsOnlyKeys("PGHOST", "PGPORT", "PGDATABASE");
  }
}
