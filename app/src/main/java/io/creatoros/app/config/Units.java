package io.creatoros.app.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers with units. */
public final class Units {

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,12})\\s*([a-zA-Z]*)");
  private static final int MOST = 1000;
  private static final Map<String, Long> SIZES =
      Map.of(
          "", 1L,
          "b", 1L,
          "kb", 1_000L,
          "mb", 1_000_000L,
          "gb", 1_000_000_000L,
          "kib", 1L << 10,
          "mib", 1L << 20,
          "gib", 1L << 30);
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);
  private static final long LONGEST = Duration.ofDays(30).toMillis();

  private Units() {}

  /** A size in bytes above zero: {@code 25MiB}; empty if the text is none. */
  public static Optional<Long> size(String text) {
    return scaled(text, SIZES).filter(size -> size > 0);
  }

  /** A duration of at most 30 days: {@code 500ms}, {@code 2s}; empty if the text is none. */
  public static Optional<Duration> duration(String text) {
    return scaled(text, MILLIS).filter(millis -> millis <= LONGEST).map(Duration::ofMillis);
  }

  static Optional<Integer> count(String text) {
    return scaled(text, Map.of("", 1L))
        .filter(count -> count >= 1 && count <= MOST)
        .map(Long::intValue);
  }

  static Optional<Boolean> onOff(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "on", "true", "yes", "1" -> Optional.of(true);
      case "off", "false", "no", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Long> scaled(String text, Map<String, Long> units) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.ofNullable(units.get(matcher.group(2).toLowerCase(Locale.ROOT)))
        .filter(unit -> number <= Long.MAX_VALUE / unit)
        .map(unit -> number * unit);
  }
}
