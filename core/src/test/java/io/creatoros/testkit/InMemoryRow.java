package io.creatoros.testkit;

import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A typed row of a mirror in memory.
 *
 * @param projected what the last projection wrote; empty for a row that somebody inserted
 * @param values what its columns hold now, as canonical JSON
 * @param texts what its long texts are now
 */
record InMemoryRow(
    Optional<TypedRow> projected,
    SortedMap<String, String> values,
    SortedMap<String, String> texts) {

  TypedRow asStored(RowKey key) {
    SortedMap<String, Sha256> hashes = new TreeMap<>();
    texts.forEach(
        (column, text) -> hashes.put(column, Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
    return new TypedRow(key, values, hashes);
  }

  /** This with one column edited by hand. */
  InMemoryRow edited(String column, String value) {
    SortedMap<String, String> nowValues = new TreeMap<>(values);
    SortedMap<String, String> nowTexts = new TreeMap<>(texts);
    if (texts.containsKey(column)) {
      nowTexts.put(column, value);
    } else {
      nowValues.put(column, json(value));
    }
    return new InMemoryRow(projected, nowValues, nowTexts);
  }

  private static String json(String value) {
    return value.matches("-?[0-9.]+") ? value : '"' + value + '"';
  }
}
