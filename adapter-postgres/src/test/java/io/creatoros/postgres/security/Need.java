package io.creatoros.postgres.security;

import io.creatoros.postgres.security.Actor.Standing;

/** What one has to be to a project to do something. */
public enum Need {
  /** Has rights on the schema, whatever the project. */
  ANYBODY(Standing.NONE),
  VIEWERS(Standing.VIEWER),
  EDITORS(Standing.EDITOR),
  OWNERS(Standing.OWNER),
  ADMINISTRATORS(Standing.ADMINISTRATOR),
  /** Owns the tables, or is a superuser. */
  NOBODY(Standing.ADMINISTRATOR);

  private final Standing least;

  Need(Standing least) {
    this.least = least;
  }

  /** Whether a standing is enough. */
  public boolean metBy(Standing standing) {
    return this != NOBODY && standing.compareTo(least) >= 0;
  }

  /** Whether a standing has the right at all, which row-level security then narrows. */
  public boolean grantedTo(Standing standing) {
    return standing != Standing.LOCKED_OUT
        && this != NOBODY
        && (this != ADMINISTRATORS || standing == Standing.ADMINISTRATOR);
  }
}
