package io.creatoros.core.verify;

/** How a path is not equal at two places. */
public enum How {
  /** The reference has it, the other place has not. */
  MISSING(true),
  /** The other place has it, the reference has not. */
  EXTRA(true),
  /** Both have it, with different bytes. */
  BYTES_DIFFER(true),
  /** Its length is recorded wrongly. */
  SIZE_DIFFERS(true),
  /** The stored bytes miss the hash recorded with them. */
  DAMAGED(true),
  /** It is recorded, but its bytes are not stored though its size calls for it. */
  BYTES_MISSING(true),
  /** It is recorded by hash and size only, for its size, and nothing unstored may pass. */
  UNSTORED(true),
  /** It could not be read. */
  UNREADABLE(false),
  /** It was different each time it was looked at. */
  KEPT_CHANGING(false);

  private final boolean conclusive;

  How(boolean conclusive) {
    this.conclusive = conclusive;
  }

  /** Whether this proves a difference; otherwise nothing can be said. */
  public boolean isConclusive() {
    return conclusive;
  }
}
