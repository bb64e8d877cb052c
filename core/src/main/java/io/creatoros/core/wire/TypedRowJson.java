package io.creatoros.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.projection.CanonicalJson;
import io.creatoros.core.storage.CorruptRecordException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Typed rows as the SQL core answers them: one JSON object each, long texts by their hashes. */
public final class TypedRowJson {

  /** The column that a lesson is known by. */
  public static final String LESSON_KEY = "file_path";

  private static final Set<String> TEXTS =
      Set.of(
          "course_brief",
          "course_outline",
          "content_markdown",
          "market_analysis",
          "gap_analysis",
          "differentiation_strategy",
          "sources_list");

  private TypedRowJson() {}

  /**
   * A row.
   *
   * @param path the lesson's file; empty for a row that a course has only one of
   * @throws CorruptRecordException if it is no typed row
   */
  public static TypedRow read(String table, String path, String json) {
    RowKey key = key(table, path);
    SortedMap<String, String> values = new TreeMap<>();
    SortedMap<String, Sha256> texts = new TreeMap<>();
    try {
      JsonNode columns = WireJson.tree(json);
      require(columns.isObject());
      for (Map.Entry<String, JsonNode> column : columns.properties()) {
        if (TEXTS.contains(column.getKey())) {
          texts.put(column.getKey(), new Sha256(column.getValue().asText()));
        } else {
          values.put(column.getKey(), CanonicalJson.of(column.getValue()));
        }
      }
    } catch (IllegalArgumentException e) {
      throw corrupt(key.toString(), e);
    }
    return new TypedRow(key, values, texts);
  }

  /**
   * What a row is known by.
   *
   * @throws CorruptRecordException if there is no such table of typed rows
   */
  public static RowKey key(String table, String path) {
    try {
      return new RowKey(RowTable.valueOf(table.toUpperCase(Locale.ROOT)), path);
    } catch (IllegalArgumentException e) {
      throw corrupt(table + " " + path, e);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("it is no JSON object");
    }
  }

  private static CorruptRecordException corrupt(String row, Exception cause) {
    return new CorruptRecordException(
        "DB_ROW_UNREADABLE",
        "the typed row " + row + " was not written by this program: " + cause.getMessage(),
        "creatoros sync --full",
        cause);
  }
}
