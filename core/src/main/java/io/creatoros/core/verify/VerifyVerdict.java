package io.creatoros.core.verify;

/** What a verification says of a course, or of all it looked at. */
public enum VerifyVerdict {
  /** Every stored byte is equal and nothing is extra. */
  EQUAL,
  /** Something is not equal; each path is named. */
  DIFFERENT,
  /** Something could not be read or kept changing. Differences that are certain are named too. */
  INCONCLUSIVE
}
