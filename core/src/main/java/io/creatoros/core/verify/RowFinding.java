package io.creatoros.core.verify;

import io.creatoros.core.course.RowKey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A typed row of a mirror that is not what the folder's files project to.
 *
 * @param key the row
 * @param how in what way
 * @param columns the columns that differ, ordered by name; empty unless single columns do
 * @param detail more, in words; empty when there is nothing to add
 */
public record RowFinding(RowKey key, RowHow how, List<ColumnDifference> columns, String detail) {

  public RowFinding {
    columns = List.copyOf(columns);
  }

  /** This in words, without the row. */
  public String describe() {
    String words =
        switch (how) {
          case DIFFERENT ->
              columns.stream().map(ColumnDifference::describe).collect(Collectors.joining("; "));
          case MISSING -> "the files project to it, it is not in the mirror";
          case EXTRA -> "in the mirror, the files do not project to it";
          case REFUSED -> "the mirror's schema does not take it";
          case NOT_PROJECTED -> "the typed rows may not fit the files; run: creatoros sync";
        };
    return detail.isEmpty() ? words : words + ": " + detail;
  }
}
