package io.creatoros.app.wiring;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.ConfigException;
import io.creatoros.app.config.DatabaseConfig;
import io.creatoros.app.config.Problem;
import io.creatoros.postgres.PostgresConfig;
import io.creatoros.postgres.embedded.EmbeddedServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says to the adapter what the configuration says. */
final class PostgresConfigs {

  private PostgresConfigs() {}

  static PostgresConfig ofUrl(AppConfig config) {
    DatabaseConfig database = config.database();
    return of(
        config,
        database.url(),
        Optional.of(database.user()).filter(user -> !user.isEmpty()),
        Optional.of(database.password()).filter(password -> !password.isEmpty()));
  }

  static PostgresConfig of(AppConfig config, EmbeddedServer.Lease lease) {
    return of(config, lease.jdbcUrl(), Optional.of(lease.user()), Optional.of(lease.password()));
  }

  private static PostgresConfig of(
      AppConfig config, String url, Optional<String> user, Optional<String> password) {
    try {
      PostgresConfig defaults = PostgresConfig.of(url);
      DatabaseConfig database = config.database();
      return new PostgresConfig(
          url,
          user,
          password,
          config.project(),
          defaults.applicationName(),
          database.pool(),
          database.connectTimeout(),
          database.statementTimeout(),
          longest(defaults.recomputeTimeout(), database.statementTimeout()),
          defaults.idleTimeout(),
          defaults.maxLifetime());
    } catch (IllegalArgumentException e) {
      throw new ConfigException(List.of(new Problem("database", String.valueOf(e.getMessage()))));
    }
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
