package io.creatoros.postgres.embedded;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Where an embedded server lives and how long to wait for it.
 *
 * @param home folder of this server: data, password, locks and log; made when absent. Two programs
 *     that name the same home share one server. It must be on a local disk of one machine
 * @param cache folder into which the server's programs are unpacked once; made when absent, may be
 *     deleted while no server runs
 * @param patience longest time that one call waits for the server, or for other programs that are
 *     starting or stopping it, before it fails
 */
public record EmbeddedSettings(Path home, Path cache, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public EmbeddedSettings {
    home = home.toAbsolutePath().normalize();
    cache = cache.toAbsolutePath().normalize();
    requireNonNull(patience, "patience");
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be positive, was " + patience);
    }
  }

  /**
   * The server of the current user: {@code creatoros/postgres-17} in {@code XDG_DATA_HOME} or
   * {@code ~/.local/share}, its programs in {@code creatoros} in {@code XDG_CACHE_HOME} or {@code
   * ~/.cache}, and a patience of one minute.
   */
  public static EmbeddedSettings defaults() {
    return from(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static EmbeddedSettings from(Map<String, String> environment, Path userHome) {
    Path data = base(environment, "XDG_DATA_HOME", userHome.resolve(".local/share"));
    Path cache = base(environment, "XDG_CACHE_HOME", userHome.resolve(".cache"));
    return new EmbeddedSettings(
        data.resolve("creatoros").resolve("postgres-" + Binaries.MAJOR),
        cache.resolve("creatoros"),
        PATIENCE);
  }

  /** The same settings with another home. */
  public EmbeddedSettings withHome(Path otherHome) {
    return new EmbeddedSettings(otherHome, cache, patience);
  }

  /** The same settings with another cache. */
  public EmbeddedSettings withCache(Path otherCache) {
    return new EmbeddedSettings(home, otherCache, patience);
  }

  /** The same settings with another patience. */
  public EmbeddedSettings withPatience(Duration otherPatience) {
    return new EmbeddedSettings(home, cache, otherPatience);
  }

  /** The XDG rules: a relative path in such a variable is ignored. */
  private static Path base(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.startsWith("/") ? Path.of(value) : otherwise;
  }
}
