package io.creatoros.app.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where courses are mirrored. */
public enum MirrorKind {
  /** A PostgreSQL server that a URL names. */
  POSTGRES,
  /** A PostgreSQL server behind the HTTP API of PostgREST or Supabase. */
  POSTGREST,
  /** The PostgreSQL that comes with the program. */
  EMBEDDED,
  /** Where an adapter that somebody else wrote keeps them. */
  ADAPTER,
  /** Nowhere. */
  NONE;

  /** Its name in the configuration. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that has this name for itself; an adapter has a name of its own. */
  static Optional<MirrorKind> of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind != ADAPTER)
        .filter(kind -> kind.label().equals(label))
        .findFirst();
  }
}
