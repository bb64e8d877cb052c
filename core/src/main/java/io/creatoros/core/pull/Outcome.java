package io.creatoros.core.pull;

/** What a pull did about a path. */
public enum Outcome {
  /** The mirror's version was written to the folder. */
  TAKEN,
  /** The file was deleted, as it was in the mirror; it is kept aside. */
  DELETED,
  /** The folder has an edit that the mirror does not have; it stays as it is. */
  KEPT,
  /** Both sides moved; the folder's stays as it is, the mirror's is kept beside it. */
  CONFLICT,
  /** The mirror records the file without its bytes, for its size or because they are lost. */
  UNAVAILABLE,
  /** A delete that the delete guard withheld. */
  WITHHELD,
  /** The folder's side cannot be told: unreadable, ignored or a link. */
  UNKNOWN,
  /** It could not be written, deleted or kept, or it is named so that it must not be. */
  FAILED
}
