package io.creatoros.core.projection;

import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects the columns of one typed row. Absent values leave no column. */
final class RowBuilder {

  private final RowKey key;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final SortedMap<String, Sha256> texts = new TreeMap<>();

  RowBuilder(RowTable table, String path) {
    key = new RowKey(table, path);
  }

  RowBuilder text(String column, Optional<String> value) {
    value.ifPresent(text -> values.put(column, CanonicalJson.text(text)));
    return this;
  }

  RowBuilder text(String column, String value) {
    return text(column, Optional.of(value));
  }

  /** The text, cut to a length that an index holds. */
  RowBuilder text(String column, String value, int longest) {
    return text(column, Texts.cut(value, longest));
  }

  /** One of the texts that a column takes; any other leaves no column. */
  RowBuilder oneOf(String column, Set<String> choices, Optional<String> value) {
    return text(column, value.filter(choices::contains));
  }

  /** A number from 0 on; any other leaves no column. */
  RowBuilder number(String column, Optional<Integer> value) {
    value
        .filter(number -> number >= 0)
        .ifPresent(number -> values.put(column, Integer.toString(number)));
    return this;
  }

  RowBuilder number(String column, int value) {
    return number(column, Optional.of(value));
  }

  /** A number from 0 on with this many decimals; one above the most leaves no column. */
  RowBuilder decimal(String column, Optional<BigDecimal> value, int decimals, BigDecimal most) {
    value
        .filter(number -> number.signum() >= 0 && number.compareTo(most) <= 0)
        .map(number -> number.setScale(decimals, RoundingMode.HALF_UP))
        .ifPresent(number -> values.put(column, CanonicalJson.number(number)));
    return this;
  }

  /** A value from 0 to 1 with two decimals; anything else leaves no column. */
  RowBuilder ratio(String column, Optional<BigDecimal> value) {
    return decimal(column, value, 2, BigDecimal.ONE);
  }

  RowBuilder flag(String column, Optional<Boolean> value) {
    value.ifPresent(flag -> values.put(column, flag.toString()));
    return this;
  }

  /** Texts, integers, and lists and maps of them. */
  RowBuilder plain(String column, Object value) {
    values.put(column, CanonicalJson.ofPlain(value));
    return this;
  }

  /** Anything that can be written as JSON. */
  RowBuilder json(String column, Object value) {
    values.put(column, CanonicalJson.of(FactsJson.tree(value)));
    return this;
  }

  /** A list of these; an empty one leaves no column. */
  RowBuilder plainUnlessEmpty(String column, Collection<?> value) {
    return value.isEmpty() ? this : plain(column, value);
  }

  /** A list of what is spelled as JSON; an empty one leaves no column. */
  <T> RowBuilder listUnlessEmpty(String column, List<T> items, Function<T, String> spelled) {
    if (!items.isEmpty()) {
      StringJoiner list = new StringJoiner(",", "[", "]");
      items.forEach(item -> list.add(spelled.apply(item)));
      values.put(column, list.toString());
    }
    return this;
  }

  RowBuilder longText(String column, Optional<Sha256> hash) {
    hash.ifPresent(found -> texts.put(column, found));
    return this;
  }

  TypedRow build() {
    return new TypedRow(key, values, texts);
  }
}
