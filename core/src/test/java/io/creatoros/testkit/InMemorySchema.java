package io.creatoros.testkit;

import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.TypedRow;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What a mirror in memory does not take: scores over 1, and rows it was told to refuse. */
final class InMemorySchema {

  /** What a database says of a check that fails. */
  static final String CHECK_VIOLATION = "23514";

  private InMemorySchema() {}

  static Optional<RefusedRow> refusal(TypedRow row, Set<RowKey> refusing) {
    Optional<String> score =
        row.values().entrySet().stream()
            .filter(value -> value.getKey().endsWith("_score"))
            .filter(value -> new BigDecimal(value.getValue()).compareTo(BigDecimal.ONE) > 0)
            .map(value -> value.getKey() + " is over 1")
            .findFirst();
    return (refusing.contains(row.key()) ? Optional.of("refused by hand") : score)
        .map(reason -> new RefusedRow(row.key(), CHECK_VIOLATION, reason));
  }
}
