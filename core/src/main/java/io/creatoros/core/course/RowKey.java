package io.creatoros.core.course;

import java.util.Comparator;

/**
 * What a typed row is known by within its course.
 *
 * @param table the table
 * @param path the lesson's file; empty for a row that a course has only one of
 */
public record RowKey(RowTable table, String path) implements Comparable<RowKey> {

  private static final Comparator<RowKey> ORDER =
      Comparator.comparing(RowKey::table).thenComparing(RowKey::path, Utf8Order.COMPARATOR);

  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return path.isEmpty() ? table.tableName() : table.tableName() + " " + path;
  }
}
