package io.creatoros.core.compare;

import java.util.Optional;

/**
 * What this workspace remembers of the mirror for one path.
 *
 * @param base what was acknowledged; empty when nothing ever was
 * @param note what was sent and not acknowledged yet; empty when nothing is under way
 */
public record PathBase(Optional<Base> base, Optional<Note> note) {

  /** A path whose base is known and for which nothing is under way. */
  public static PathBase of(Base base) {
    return new PathBase(Optional.of(base), Optional.empty());
  }

  /** This with a note of what is about to be sent. */
  public PathBase sending(Note sending) {
    return new PathBase(base, Optional.of(sending));
  }
}
