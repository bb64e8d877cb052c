package io.creatoros.core.query;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.CorruptRecordException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A row that a mirror answers a question with, by the names of its columns. Mirrors that ask in SQL
 * are all asked for the same columns.
 */
public interface QueryRow {

  /** A text; empty for null. */
  Optional<String> text(String column);

  /** A number, as exact as it is stored; empty for null. */
  Optional<BigDecimal> number(String column);

  /** The texts of a list, in order, without those that are null. */
  List<String> texts(String column);

  /** The course that a column names. */
  CourseId course(String column);

  /** A number without a fraction; empty for null. */
  default Optional<Integer> integer(String column) {
    return number(column).map(BigDecimal::intValueExact);
  }

  /**
   * A text that is always there.
   *
   * @throws CorruptRecordException if it is not
   */
  default String requiredText(String column) {
    return text(column).orElseThrow(() -> absent(column));
  }

  /**
   * A number that is always there.
   *
   * @throws CorruptRecordException if it is not
   */
  default BigDecimal requiredNumber(String column) {
    return number(column).orElseThrow(() -> absent(column));
  }

  /** A number without a fraction that is always there. */
  default int count(String column) {
    return requiredNumber(column).intValueExact();
  }

  private static CorruptRecordException absent(String column) {
    return new CorruptRecordException(
        "DB_ROW_UNREADABLE",
        "a row that answers a question has no \"" + column + "\"",
        "see what differs from the schema with: creatoros schema check");
  }
}
