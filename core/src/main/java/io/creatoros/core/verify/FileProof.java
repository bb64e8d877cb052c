package io.creatoros.core.verify;

import io.creatoros.core.course.Sha256;

/**
 * What was found equal at a path.
 *
 * @param name the path as found on disk
 * @param hash the hash of the bytes
 * @param size their number
 * @param stored false if the mirror has only hash and size on record, for the size of the file
 */
public record FileProof(String name, Sha256 hash, long size, boolean stored) {

  /**
   * @throws IllegalArgumentException if the size is negative
   */
  public FileProof {
    if (size < 0) {
      throw new IllegalArgumentException("size " + size + " is negative");
    }
  }
}
