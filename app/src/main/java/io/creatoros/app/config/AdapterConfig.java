package io.creatoros.app.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody else's mirror. Its settings are its own business: they are passed on as they are
 * written, and never shown.
 *
 * @param name the adapter's name; empty for none
 * @param values its settings, by key
 */
public record AdapterConfig(String name, Map<String, String> values) {

  static final String PREFIX = "adapter.";

  private static final String VARIABLE_PREFIX = "CREATOROS_ADAPTER_";

  public AdapterConfig {
    values = Map.copyOf(values);
  }

  static boolean isKey(String key) {
    return key.startsWith(PREFIX) && key.length() > PREFIX.length();
  }

  static String name(String key) {
    return key.substring(PREFIX.length());
  }

  static boolean isVariable(String variable) {
    return variable.startsWith(VARIABLE_PREFIX) && variable.length() > VARIABLE_PREFIX.length();
  }

  /** {@code CREATOROS_ADAPTER_API_TOKEN} sets {@code api-token}. */
  static String ofVariable(String variable) {
    return variable.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return "AdapterConfig[name="
        + name
        + ", values="
        + new TreeMap<>(values)
            .keySet().stream()
                .map(key -> key + "=" + Secrets.MASK)
                .collect(Collectors.joining(", ", "{", "}"))
        + "]";
  }
}
