package io.creatoros.core.verify;

import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares the typed rows of a course with what its files project to. Pure. */
final class RowComparison {

  private static final int SHORT = 60;

  private final Map<RowKey, TypedRow> files = new TreeMap<>();
  private final TypedRows mirror;
  private final Map<RowKey, RefusedRow> refused = new HashMap<>();

  RowComparison(Collection<TypedRow> projected, TypedRows mirror) {
    projected.forEach(row -> files.put(row.key(), row));
    this.mirror = mirror;
    mirror.refused().forEach(row -> refused.put(row.key(), row));
  }

  /**
   * What was found.
   *
   * @param equal how many rows are equal
   * @param findings those that are not, ordered by key
   */
  record Found(int equal, List<RowFinding> findings) {}

  /** Compares the rows that can be compared. */
  Found compare(Predicate<RowKey> comparable) {
    List<RowFinding> findings = new ArrayList<>();
    TreeSet<RowKey> keys = new TreeSet<>(files.keySet());
    keys.addAll(mirror.rows().keySet());
    keys.removeIf(comparable.negate());
    keys.forEach(key -> compare(key).ifPresent(findings::add));
    return new Found(keys.size() - findings.size(), findings);
  }

  private Optional<RowFinding> compare(RowKey key) {
    Optional<TypedRow> here = Optional.ofNullable(files.get(key));
    Optional<TypedRow> there = Optional.ofNullable(mirror.rows().get(key));
    if (here.isEmpty()) {
      return found(key, RowHow.EXTRA, "");
    }
    if (there.isEmpty()) {
      return refused.containsKey(key)
          ? found(key, RowHow.REFUSED, refused.get(key).code() + ", " + refused.get(key).reason())
          : found(key, RowHow.MISSING, "");
    }
    List<ColumnDifference> columns = columns(here.get(), there.get());
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new RowFinding(key, RowHow.DIFFERENT, columns, ""));
  }

  private static Optional<RowFinding> found(RowKey key, RowHow how, String detail) {
    return Optional.of(new RowFinding(key, how, List.of(), detail));
  }

  private static List<ColumnDifference> columns(TypedRow here, TypedRow there) {
    TreeMap<String, Value> files = values(here);
    TreeMap<String, Value> mirror = values(there);
    TreeSet<String> names = new TreeSet<>(files.keySet());
    names.addAll(mirror.keySet());
    List<ColumnDifference> columns = new ArrayList<>();
    for (String name : names) {
      Optional<Value> expected = Optional.ofNullable(files.get(name));
      Optional<Value> found = Optional.ofNullable(mirror.get(name));
      if (!expected.equals(found)) {
        columns.add(
            new ColumnDifference(name, expected.map(Value::brief), found.map(Value::brief)));
      }
    }
    return columns;
  }

  private static TreeMap<String, Value> values(TypedRow row) {
    TreeMap<String, Value> values = new TreeMap<>();
    row.values().forEach((column, json) -> values.put(column, new Value(json, brief(json))));
    row.texts().forEach((column, hash) -> values.put(column, new Value(hash.hex(), brief(hash))));
    return values;
  }

  /** What a column holds, and how it is shown. */
  private record Value(String whole, String brief) {}

  private static String brief(String json) {
    if (json.length() <= SHORT) {
      return json;
    }
    int end = Character.isHighSurrogate(json.charAt(SHORT - 2)) ? SHORT - 2 : SHORT - 1;
    return json.substring(0, end) + "…";
  }

  private static String brief(Sha256 hash) {
    return "text " + hash.brief();
  }
}
