package io.creatoros.postgrest.security;

import io.creatoros.postgrest.testkit.Caller;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.Tokens;
import java.util.UUID;

/** Who asks: what they are to the project of their own. To the other project all are strangers. */
enum Role {
  /** Shows no token. */
  ANON,
  /** A user who is a member of nothing. */
  STRANGER,
  VIEWER,
  EDITOR,
  OWNER,
  /** Shows the project's own key. */
  SERVICE;

  private final UUID user = UUID.randomUUID();

  UUID user() {
    return user;
  }

  boolean isMember() {
    return this == VIEWER || this == EDITOR || this == OWNER;
  }

  /** Whether it may write courses of its own project. */
  boolean writes() {
    return this == EDITOR || this == OWNER;
  }

  Caller at(PostgrestServer server) {
    return switch (this) {
      case ANON -> Caller.of(server, "").withNothing();
      case SERVICE -> Caller.of(server, Tokens.of("service_role"));
      default -> Caller.of(server, Tokens.of("authenticated", user));
    };
  }
}
