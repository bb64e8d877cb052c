package io.creatoros.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The effective value of every setting, and the checked configuration they make. */
public final class Configuration {

  private final List<Value> values;
  private final AppConfig config;
  private final Optional<Path> metricsFile;
  private final ConfigSources sources;

  private Configuration(
      List<Value> values, AppConfig config, Optional<Path> metricsFile, ConfigSources sources) {
    this.values = List.copyOf(values);
    this.config = config;
    this.metricsFile = metricsFile;
    this.sources = sources;
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
    Map<String, Value> adapter = adapter(layers);
    Map<String, String> texts = new TreeMap<>();
    adapter.forEach((key, value) -> texts.put(key, value.text()));
    ConfigParser parser = new ConfigParser(values, texts, sources.root(), problems);
    AppConfig config = parser.parse();
    Optional<Path> metricsFile = parser.metricsFile();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    List<Value> all = new ArrayList<>(values.values());
    all.addAll(adapter.values());
    return new Configuration(all, config, metricsFile, sources);
  }

  private static Map<String, Value> adapter(List<Layer> layers) {
    Map<String, Value> effective = new TreeMap<>();
    layers.forEach(layer -> layer.adapter().forEach(effective::putIfAbsent));
    return effective;
  }

  static Value effective(Setting setting, List<Layer> layers) {
    for (Layer layer : layers) {
      Optional<Value> value = layer.value(setting);
      if (value.isPresent()) {
        return value.get();
      }
    }
    return Value.of(setting, setting.byDefault(), Source.DEFAULT);
  }

  /** The checked configuration. */
  public AppConfig config() {
    return config;
  }

  /** The file that a command puts its meters into. */
  public Optional<Path> metricsFile() {
    return metricsFile;
  }

  /** The effective values in the order of {@link Setting}, then those for an adapter. */
  public List<Value> values() {
    return values;
  }

  /** Whether the mirror is to be written with the files, as the sources say when it is asked. */
  public BooleanSupplier persistSwitch() {
    return new LiveSwitch(sources, config.dualWrite().persist());
  }
}
