package io.creatoros.core.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What typed rows refer to, the project and its personas, as far as this program made it known. It
 * is made known before a commit, in a transaction of its own: so no two commits wait for each other
 * on it.
 */
public final class KnownReferences {
  private final Consumer<Map<String, String>> making;
  private final Set<String> personas = ConcurrentHashMap.newKeySet();
  private volatile boolean project;

  /**
   * None.
   *
   * @param making makes the project known, and these personas, from slug to name
   */
  public KnownReferences(Consumer<Map<String, String>> making) {
    this.making = making;
  }

  /** Makes known what is not, personas from slug to name. */
  public void add(Map<String, String> named) {
    Map<String, String> unknown = new HashMap<>(named);
    unknown.keySet().removeAll(personas);
    if (project && unknown.isEmpty()) {
      return;
    }
    making.accept(unknown);
    personas.addAll(unknown.keySet());
    project = true;
  }

  /** Somebody may have deleted what was known. */
  public void forget() {
    project = false;
    personas.clear();
  }
}
