package io.creatoros.core.members;

import java.util.UUID;

/** Somebody whom a mirror can tell from others. */
public sealed interface Member {

  /** A user of the mirror's HTTP API, known by the {@code sub} of a token. */
  record User(UUID id) implements Member {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** A role that logs into the database itself. */
  record DatabaseRole(String name) implements Member {
    @Override
    public String toString() {
      return name;
    }
  }
}
