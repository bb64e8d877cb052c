package io.creatoros.core.course;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A typed row, as far as it is a projection of files: ids and times are not part of it.
 *
 * @param key what it is known by
 * @param values the columns that are not null, as canonical JSON (see {@code CanonicalJson})
 * @param texts the long texts that are not null, by column, each known by the hash of its UTF-8
 *     bytes
 */
public record TypedRow(
    RowKey key, SortedMap<String, String> values, SortedMap<String, Sha256> texts) {

  public TypedRow {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }
}
