package io.creatoros.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
final class TypedRowJson {

  /** The column that a lesson is known by. */
  static final String LESSON_KEY = "file_path";

  private static final Set<String> TEXTS =
      Set.of(
          "course_brief",
          "course_outline",
          "content_markdown",
          "market_analysis",
          "gap_analysis",
          "differentiation_strategy",
          "sources_list");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private TypedRowJson() {}

  /**
   * @param path the lesson's file; empty for a row that a course has only one of
   * @throws CorruptRecordException if it is no typed row
   */
  static TypedRow read(String table, String path, String row) {
    RowKey key = key(table, path);
    SortedMap<String, String> values = new TreeMap<>();
    SortedMap<String, Sha256> texts = new TreeMap<>();
    try {
      JsonNode columns = JSON.readTree(row);
      require(columns.isObject());
      for (Map.Entry<String, JsonNode> column : columns.properties()) {
        if (TEXTS.contains(column.getKey())) {
          texts.put(column.getKey(), new Sha256(column.getValue().asText()));
        } else {
          values.put(column.getKey(), CanonicalJson.of(column.getValue()));
        }
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw corrupt(key.toString(), e);
    }
    return new TypedRow(key, values, texts);
  }

  /**
   * @throws CorruptRecordException if there is no such table of typed rows
   */
  static RowKey key(String table, String path) {
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
