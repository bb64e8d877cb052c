package io.creatoros.postgres.security;

import java.util.Optional;

/** Somebody who comes to the database, and what that somebody is to our project. */
public enum Actor {
  /** A request without a user. */
  ANON("anon", "{\"role\":\"anon\"}", Standing.LOCKED_OUT),
  /** A user who is no member. */
  OUTSIDER("authenticated", claims(Teams.OUTSIDER), Standing.NONE),
  /** A token without a user. */
  WITHOUT_SUB("authenticated", "{\"role\":\"authenticated\"}", Standing.NONE),
  /** A user who is not known by a UUID. */
  STRANGE_SUB("authenticated", "{\"sub\":\"' or true --\"}", Standing.NONE),
  /** What no gateway sends. */
  BROKEN_CLAIMS("authenticated", "{\"sub\":\"" + Teams.OWNER, Standing.NONE),
  VIEWER("authenticated", claims(Teams.VIEWER), Standing.VIEWER),
  EDITOR("authenticated", claims(Teams.EDITOR), Standing.EDITOR),
  OWNER("authenticated", claims(Teams.OWNER), Standing.OWNER),
  /** The key that administers; it needs no membership. */
  SERVICE("service_role", "{\"role\":\"service_role\"}", Standing.ADMINISTRATOR),
  /** Logins claim to be our owner, which must not help them. */
  LOGIN_WITHOUT_RIGHTS(Teams.STRANGER_LOGIN, Standing.LOCKED_OUT),
  LOGIN_OUTSIDER(Teams.OUTSIDER_LOGIN, Standing.NONE),
  LOGIN_VIEWER(Teams.VIEWER_LOGIN, Standing.VIEWER),
  LOGIN_EDITOR(Teams.EDITOR_LOGIN, Standing.EDITOR);

  /** What one may be to a project; each may do what those before it may. */
  public enum Standing {
    /** Has no rights on anything. */
    LOCKED_OUT,
    /** No member. */
    NONE,
    VIEWER,
    EDITOR,
    OWNER,
    /** Row-level security does not apply. */
    ADMINISTRATOR
  }

  private final String role;
  private final boolean login;
  private final String claims;
  private final Standing standing;

  Actor(String role, String claims, Standing standing) {
    this.role = role;
    this.login = false;
    this.claims = claims;
    this.standing = standing;
  }

  Actor(String login, Standing standing) {
    this.role = login;
    this.login = true;
    this.claims = claims(Teams.OWNER);
    this.standing = standing;
  }

  /** The role that this one logs in as; empty for one that comes by a request over HTTP. */
  Optional<String> login() {
    return login ? Optional.of(role) : Optional.empty();
  }

  String role() {
    return role;
  }

  /** What a token of this one claims. */
  public String claims() {
    return claims;
  }

  /** Nobody here is a member of the other project. */
  public Standing standing(Teams.Project project) {
    boolean member = standing.compareTo(Standing.NONE) > 0 && standing != Standing.ADMINISTRATOR;
    return project == Teams.Project.THEIRS && member ? Standing.NONE : standing;
  }

  private static String claims(String user) {
    return "{\"role\":\"authenticated\",\"sub\":\"" + user + "\"}";
  }
}
