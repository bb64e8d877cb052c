package io.creatoros.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether courses are to be written to the mirror too, as the configuration says now. Files are
 * looked at on every call and read when they changed; a file that cannot be understood leaves the
 * answer as it was. May be called from several threads.
 */
public final class LiveSwitch implements BooleanSupplier {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSwitch.class);
  private static final Setting SETTING = Setting.DB_PERSIST;

  private final ConfigSources sources;
  private List<Stamp> seen;
  private boolean on;

  /**
   * @param sources what configuration is read from
   * @param initially the answer while the sources cannot be understood
   */
  public LiveSwitch(ConfigSources sources, boolean initially) {
    this.sources = sources;
    this.on = initially;
    this.seen = List.of();
  }

  @Override
  public synchronized boolean getAsBoolean() {
    List<Stamp> now = List.of(Stamp.of(sources.file()), Stamp.of(sources.dotEnv()));
    if (!now.equals(seen)) {
      seen = now;
      read();
    }
    return on;
  }

  private void read() {
    List<Problem> problems = new ArrayList<>();
    Value value = Configuration.effective(SETTING, sources.layers(problems));
    Optional<Boolean> said = Units.onOff(value.text());
    if (!problems.isEmpty() || said.isEmpty()) {
      LOG.warn(
          "CONFIG_INVALID: {} stays {}: {}",
          SETTING.key(),
          on ? "on" : "off",
          problems.isEmpty() ? value + " is neither on nor off" : problems.get(0));
    } else if (said.get() != on) {
      on = said.get();
      LOG.info("{} is {} now ({})", SETTING.key(), on ? "on" : "off", value.source());
    }
  }

  /** What tells one version of a file from another; {@code size} is -1 where none is. */
  private record Stamp(Path file, long size, long modifiedNanos, String key) {

    static Stamp of(Path file) {
      try {
        BasicFileAttributes stat = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
            file,
            stat.size(),
            stat.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS),
            String.valueOf(stat.fileKey()));
      } catch (IOException e) {
        return new Stamp(file, -1, 0, "");
      }
    }
  }
}
