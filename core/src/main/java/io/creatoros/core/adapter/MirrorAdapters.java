package io.creatoros.core.adapter;

import io.creatoros.core.storage.StorageRejectedException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The adapters on the class path, or on that of the calling thread's context. */
public final class MirrorAdapters {

  private MirrorAdapters() {}

  /**
   * The adapter of this name; empty when there is none. Of two, the first on the class path.
   *
   * @throws StorageRejectedException with code {@code ADAPTER_BROKEN} if one of those there cannot
   *     be loaded
   */
  public static Optional<MirrorAdapter> named(String name) {
    return all().stream().filter(adapter -> adapter.name().equals(name)).findFirst();
  }

  /**
   * The names of those there, ordered.
   *
   * @throws StorageRejectedException with code {@code ADAPTER_BROKEN} if one cannot be loaded
   */
  public static List<String> names() {
    return all().stream().map(MirrorAdapter::name).distinct().sorted().toList();
  }

  private static List<MirrorAdapter> all() {
    try {
      return ServiceLoader.load(MirrorAdapter.class).stream()
          .map(ServiceLoader.Provider::get)
          .toList();
    } catch (ServiceConfigurationError e) {
      throw new StorageRejectedException(
          "ADAPTER_BROKEN",
          "a mirror adapter on the class path cannot be loaded: " + e.getMessage(),
          "mend or remove the jar that names it",
          e);
    }
  }
}
