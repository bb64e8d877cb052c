package io.creatoros.core.curriculum;

import io.creatoros.core.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * Something in a list, or in a map that serves as one.
 *
 * @param key its key in the map
 * @param value what it is
 */
record Listed(Optional<String> key, Value value) {

  /** What a value lists; a map counts if all it holds are maps. */
  static List<Listed> in(Value value) {
    if (value instanceof Value.Entries map
        && map.values().values().stream().allMatch(Value.Entries.class::isInstance)) {
      return map.values().entrySet().stream()
          .map(entry -> new Listed(Optional.of(entry.getKey()), entry.getValue()))
          .toList();
    }
    return value.items().stream().map(item -> new Listed(Optional.empty(), item)).toList();
  }

  /** What is listed under the first of these keys that is there. */
  static List<Listed> under(Value value, String... keys) {
    return value.get(keys).map(Listed::in).orElseGet(List::of);
  }
}
