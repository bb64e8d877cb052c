package io.creatoros.postgres.security;

/** How an attempt ends. */
public enum Outcome {
  /** It is refused with an error. */
  REFUSED,
  /** It is not refused, but tells and changes nothing of the project. */
  NOTHING,
  /** It shows or changes what it is aimed at. */
  DONE
}
