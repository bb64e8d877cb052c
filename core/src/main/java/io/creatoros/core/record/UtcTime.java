package io.creatoros.core.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A point in time as people write it, in UTC to the second. */
final class UtcTime {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private UtcTime() {}

  /** The time that a text tells; a date alone is its first moment. Empty if it tells none. */
  static Optional<String> of(String text) {
    return parsed(text)
        .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS))
        .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
        .map(FORM::format);
  }

  private static Optional<OffsetDateTime> parsed(String text) {
    try {
      return Optional.of(
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
              : OffsetDateTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
