package io.creatoros.core.compare;

/** What the comparison says of one path. */
public enum Verdict {
  /** Folder and mirror agree. */
  EQUAL('='),
  /** The folder moved on; the mirror is owed a write. */
  OWED('+'),
  /** The file was deleted here; the mirror is owed a tombstone. */
  OWED_DELETE('-'),
  /** The mirror moved on; {@code pull} takes it. */
  REMOTE_AHEAD('<'),
  /** Both moved, to different states. */
  CONFLICT('!'),
  /** The file could not be read, or is no artifact any more; never reported as equal. */
  UNKNOWN('?');

  private final char symbol;

  Verdict(char symbol) {
    this.symbol = symbol;
  }

  /** The character that lists and reports show. */
  public char symbol() {
    return symbol;
  }
}
