package io.creatoros.app.wiring;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.config.ConfigException;
import io.creatoros.app.config.DatabaseConfig;
import io.creatoros.app.config.Problem;
import io.creatoros.postgres.PoolConfig;
import io.creatoros.postgres.PostgresConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says to the adapter what the configuration says. */
final class PostgresConfigs {

  private PostgresConfigs() {}

  static PostgresConfig ofUrl(AppConfig config) {
    DatabaseConfig database = config.database();
    return checked(
        () ->
            set(
                config,
                database.url(),
                Optional.of(database.user()).filter(user -> !user.isEmpty()),
                Optional.of(database.password()).filter(password -> !password.isEmpty())));
  }

  /** What the configuration says, at a server that is known otherwise. */
  static PostgresConfig at(AppConfig config, PostgresConfig server) {
    return checked(() -> set(config, server.url(), server.user(), server.password()));
  }

  private static PostgresConfig set(
      AppConfig config, String url, Optional<String> user, Optional<String> password) {
    PostgresConfig defaults = PostgresConfig.of(url);
    DatabaseConfig database = config.database();
    return new PostgresConfig(
        url,
        user,
        password,
        config.project(),
        defaults.applicationName(),
        pool(database.pool()),
        database.connectTimeout(),
        database.statementTimeout(),
        longest(defaults.recomputeTimeout(), database.statementTimeout()));
  }

  private static PoolConfig pool(DatabaseConfig.Pool pool) {
    return new PoolConfig(
        pool.size(),
        pool.minIdle(),
        pool.idleTimeout(),
        pool.maxLifetime(),
        pool.keepalive(),
        pool.validationTimeout());
  }

  private static PostgresConfig checked(Supplier<PostgresConfig> config) {
    try {
      return config.get();
    } catch (IllegalArgumentException e) {
      throw new ConfigException(List.of(new Problem("database", String.valueOf(e.getMessage()))));
    }
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
