package io.creatoros.core.course;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The typed rows of a course that a mirror holds, at one revision.
 *
 * @param revision the course's revision; 0 when the mirror does not hold it
 * @param version the version of the projection that they were last brought up to; 0 when they may
 *     not fit the files
 * @param rows what is there, by key
 * @param refused what the schema did not take
 * @param unindexed how many lessons are not entered into the full-text index
 */
public record TypedRows(
    long revision,
    int version,
    SortedMap<RowKey, TypedRow> rows,
    List<RefusedRow> refused,
    int unindexed) {

  public TypedRows {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    refused = List.copyOf(refused);
  }

  /** Those of a course whose lessons are all entered into the full-text index. */
  public TypedRows(
      long revision, int version, SortedMap<RowKey, TypedRow> rows, List<RefusedRow> refused) {
    this(revision, version, rows, refused, 0);
  }

  /** Those of a course that the mirror does not hold. */
  public static TypedRows absent() {
    return new TypedRows(0, 0, Collections.emptySortedMap(), List.of());
  }
}
