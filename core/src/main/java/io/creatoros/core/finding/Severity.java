package io.creatoros.core.finding;

/** How much a finding matters. */
public enum Severity {
  /** Something of the course is not understood, or contradicts itself. */
  ERROR,
  /** Something is missing or doubtful. */
  WARNING,
  /** Good to know. */
  INFO
}
