package io.creatoros.app.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The values of one source. */
final class Layer {

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

  void put(Setting setting, String text, Source source) {
    values.put(setting, new Value(setting, text, source));
  }

  Optional<Value> value(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }
}
