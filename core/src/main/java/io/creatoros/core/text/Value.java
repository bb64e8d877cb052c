package io.creatoros.core.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree read from YAML or JSON. Scalars are text as written, so that {@code 1.10} stays {@code
 * 1.10} and a date stays what the creator typed. Text holds neither NUL nor lone surrogates.
 */
public sealed interface Value {

  /** The line of the file where it begins, from 1. */
  int line();

  /** A scalar; empty text for null. */
  record Scalar(String written, int line) implements Value {}

  /** A list. */
  record Items(List<Value> values, int line) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A map, in the order of the file; of a key that is there twice the last counts. */
  record Entries(Map<String, Value> values, int line) implements Value {
    public Entries {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** The value under the first of these keys that a map has; empty for anything else. */
  default Optional<Value> get(String... keys) {
    if (this instanceof Entries map) {
      for (String key : keys) {
        Value value = map.values().get(key);
        if (value != null) {
          return Optional.of(value);
        }
      }
    }
    return Optional.empty();
  }

  /** The text of a scalar that is not blank, without surrounding space. */
  default Optional<String> text() {
    return this instanceof Scalar scalar && !scalar.written().isBlank()
        ? Optional.of(scalar.written().strip())
        : Optional.empty();
  }

  /** The text under the first of these keys that holds a scalar that is not blank. */
  default Optional<String> text(String... keys) {
    for (String key : keys) {
      Optional<String> text = get(key).flatMap(Value::text);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** The values of a list; none for anything else. */
  default List<Value> items() {
    return this instanceof Items list ? list.values() : List.of();
  }
}
