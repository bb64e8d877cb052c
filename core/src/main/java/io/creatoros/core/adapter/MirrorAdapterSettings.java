package io.creatoros.core.adapter;

import io.creatoros.core.storage.StorageRejectedException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the configuration says to an adapter.
 *
 * @param project the project whose courses are mirrored
 * @param values the settings below {@code adapter.}, by key, as they are written; any may be a
 *     secret
 */
public record MirrorAdapterSettings(String project, Map<String, String> values) {

  private static final String MASK = "********";

  public MirrorAdapterSettings {
    values = Map.copyOf(values);
  }

  /** A setting; empty when it is not set. */
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * A setting that has to be there.
   *
   * @throws StorageRejectedException with code {@code ADAPTER_SETTING_MISSING} if it is not set
   */
  public String required(String key) {
    return value(key)
        .orElseThrow(
            () ->
                new StorageRejectedException(
                    "ADAPTER_SETTING_MISSING",
                    "the mirror needs the setting adapter." + key + ", which has no value",
                    "set it in creatoros.yaml, or repeat the command with --set adapter."
                        + key
                        + "=VALUE"));
  }

  /** Names the settings, with their values masked. */
  @Override
  public String toString() {
    return "MirrorAdapterSettings[project="
        + project
        + ", values="
        + new TreeMap<>(values)
            .keySet().stream()
                .map(key -> key + "=" + MASK)
                .collect(Collectors.joining(", ", "{", "}"))
        + "]";
  }
}
