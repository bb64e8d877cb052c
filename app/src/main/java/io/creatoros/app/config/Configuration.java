package io.creatoros.app.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The effective value of every setting, and the checked configuration they make. */
public final class Configuration {

  private final Map<Setting, Value> values;
  private final AppConfig config;

  private Configuration(Map<Setting, Value> values, AppConfig config) {
    this.values = values;
    this.config = config;
  }

  /**
   * Reads and checks everything.
   *
   * @throws ConfigException naming every problem, if there is any
   */
  public static Configuration load(ConfigSources sources) {
    List<Problem> problems = new ArrayList<>();
    Map<Setting, Value> values = new EnumMap<>(Setting.class);
    List<Layer> layers = sources.layers(problems);
    for (Setting setting : Setting.values()) {
      values.put(setting, effective(setting, layers));
    }
    AppConfig config = new ConfigParser(values, sources.root(), problems).parse();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return new Configuration(values, config);
  }

  private static Value effective(Setting setting, List<Layer> layers) {
    for (Layer layer : layers) {
      Optional<Value> value = layer.value(setting);
      if (value.isPresent()) {
        return value.get();
      }
    }
    return new Value(setting, setting.byDefault(), Source.DEFAULT);
  }

  /** The checked configuration. */
  public AppConfig config() {
    return config;
  }

  /** The effective values in the order of {@link Setting}. */
  public List<Value> values() {
    return List.copyOf(values.values());
  }
}
