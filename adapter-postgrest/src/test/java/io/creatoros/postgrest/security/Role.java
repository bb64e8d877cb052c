package io.creatoros.postgrest.security;

import io.creatoros.postgres.security.Actor.Standing;
import io.creatoros.postgrest.testkit.Caller;
import io.creatoros.postgrest.testkit.PostgrestServer;
import io.creatoros.postgrest.testkit.Tokens;
import java.util.UUID;

/** Who asks: what they are to the project of their own. To the other project all are strangers. */
enum Role {
  /** Shows no token. */
  ANON(Standing.LOCKED_OUT),
  /** A user who is a member of nothing. */
  STRANGER(Standing.NONE),
  VIEWER(Standing.VIEWER),
  EDITOR(Standing.EDITOR),
  OWNER(Standing.OWNER),
  /** Shows the project's own key. */
  SERVICE(Standing.ADMINISTRATOR);

  private final Standing standing;
  private final UUID user = UUID.randomUUID();

  Role(Standing standing) {
    this.standing = standing;
  }

  UUID user() {
    return user;
  }

  Standing standing(boolean own) {
    return own || standing == Standing.ADMINISTRATOR || standing == Standing.LOCKED_OUT
        ? standing
        : Standing.NONE;
  }

  Caller at(PostgrestServer server) {
    return switch (this) {
      case ANON -> Caller.of(server, "").withNothing();
      case SERVICE -> Caller.of(server, Tokens.of("service_role"));
      default -> Caller.of(server, Tokens.of("authenticated", user));
    };
  }
}
