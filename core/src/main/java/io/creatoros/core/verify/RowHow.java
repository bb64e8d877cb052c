package io.creatoros.core.verify;

/** How a typed row is not what the folder's files project to. */
public enum RowHow {
  /** Single columns differ. */
  DIFFERENT,
  /** The files project to it, the mirror does not hold it. */
  MISSING,
  /** The mirror holds it, the files do not project to it. */
  EXTRA,
  /** The files project to it, the mirror's schema does not take it. */
  REFUSED,
  /** The course's rows as a whole are those of an earlier version, or never were written. */
  NOT_PROJECTED
}
