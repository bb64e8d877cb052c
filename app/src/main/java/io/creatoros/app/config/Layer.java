package io.creatoros.app.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of one source. */
final class Layer {

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
  private final SortedMap<String, Value> adapter = new TreeMap<>();

  void put(Setting setting, String text, Source source) {
    values.put(setting, Value.of(setting, text, source));
  }

  void putAdapter(String key, String text, Source source) {
    adapter.put(key, new Value(AdapterConfig.PREFIX + key, Setting.Kind.SECRET, text, source));
  }

  Optional<Value> value(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  /** The settings of an adapter, by their keys without the prefix. */
  SortedMap<String, Value> adapter() {
    return adapter;
  }
}
