package io.creatoros.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what {@code creatoros.typed_rows} answers, row by row. */
public final class StoredRowsAnswer {
  private static final String REFUSED = "refused";
  private static final String UNINDEXED = "unindexed";

  private final SortedMap<RowKey, TypedRow> rows = new TreeMap<>();
  private final List<RefusedRow> refused = new ArrayList<>();
  private int unindexed;

  /**
   * Adds a row.
   *
   * @param table its table; what the schema did not take, and how many lessons are not in the
   *     full-text index, come under names of their own
   * @param path the lesson's file; empty for a row that a course has only one of
   * @param json the row, an object of JSON
   * @throws io.creatoros.core.storage.CorruptRecordException if it is no typed row
   */
  public void add(String table, String path, String json) {
    if (table.equals(UNINDEXED)) {
      unindexed = WireJson.tree(json).path("lessons").asInt();
    } else if (table.equals(REFUSED)) {
      JsonNode row = WireJson.tree(json);
      RowKey key = TypedRowJson.key(row.path("table").asText(), path);
      refused.add(new RefusedRow(key, row.path("code").asText(), row.path("reason").asText()));
    } else {
      TypedRow typed = TypedRowJson.read(table, path, json);
      rows.put(typed.key(), typed);
    }
  }

  /**
   * All of them.
   *
   * @param version the version of the projection that they were last brought up to
   */
  public TypedRows at(long revision, int version) {
    return new TypedRows(revision, version, rows, refused, unindexed);
  }
}
