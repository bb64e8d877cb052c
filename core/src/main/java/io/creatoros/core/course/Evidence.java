package io.creatoros.core.course;

/** How a home knows the hashes it reports. */
public enum Evidence {
  /** As recorded when the bytes were written or last read; cheap. */
  RECORDED,
  /** Computed now from every stored byte. */
  RECOMPUTED
}
