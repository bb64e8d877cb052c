package com.example.memory;

import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The typed rows of a course, which are taken as they are projected. */
final class Rows {

  private Rows() {}

  /** Those of a projection, without the rows that this mirror does not take: they are named. */
  static TypedRows of(Projection projection, TypedRows before, long revision) {
    SortedMap<RowKey, TypedRow> taken = new TreeMap<>(before.rows());
    taken.keySet().retainAll(projection.kept());
    List<RefusedRow> refused = new ArrayList<>();
    for (TypedRow row : projection.rows()) {
      if (isTaken(row)) {
        taken.put(row.key(), row);
      } else {
        refused.add(new RefusedRow(row.key(), "SCORE_TOO_HIGH", "a score is over 1"));
      }
    }
    int lessons =
        (int) taken.keySet().stream().filter(key -> key.table() == RowTable.COURSE_LESSONS).count();
    return new TypedRows(
        revision, projection.version(), taken, refused, projection.searchable() ? 0 : lessons);
  }

  /** The same rows at a revision; version 0 says that they may not fit the files. */
  static TypedRows at(long revision, int version, TypedRows rows) {
    return new TypedRows(revision, version, rows.rows(), rows.refused(), rows.unindexed());
  }

  private static boolean isTaken(TypedRow row) {
    return row.values().entrySet().stream()
        .filter(value -> value.getKey().endsWith("_score"))
        .allMatch(value -> new BigDecimal(value.getValue()).compareTo(BigDecimal.ONE) <= 0);
  }
}
