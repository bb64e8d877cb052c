package io.creatoros.core.course;

import java.util.UUID;

/**
 * The identity of a mirror, drawn when its schema is first migrated. Bases belong to one identity:
 * a database that was dropped and made anew is another mirror.
 *
 * @param id the identity
 */
public record MirrorIdentity(UUID id) {

  @Override
  public String toString() {
    return id.toString();
  }
}
