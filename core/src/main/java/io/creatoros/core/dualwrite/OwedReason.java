package io.creatoros.core.dualwrite;

/** Why files are owed to the mirror. */
public enum OwedReason {
  /** The mirror could not be reached, or failed in passing, twice. */
  UNAVAILABLE,
  /** The time for the call ran out. */
  TIMEOUT,
  /** The mirror failed lately, so that it was not tried. */
  SUSPENDED,
  /** Somebody else is sending this course, or it kept moving. */
  BUSY,
  /** Too much is waiting to be sent. */
  QUEUE_FULL,
  /** The mirror's schema is not the one this version needs, or its rows are of a newer version. */
  SCHEMA,
  /** The mirror does not let this user write. */
  PERMISSION,
  /** The mirror holds this course from another workspace; {@code sync --join} combines them. */
  FIRST_CONTACT,
  /** The folder changed while it was read, or cannot be read. */
  CHANGING,
  /** The mirror refused for another reason. */
  REFUSED
}
