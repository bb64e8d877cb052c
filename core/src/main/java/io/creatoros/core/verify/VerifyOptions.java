package io.creatoros.core.verify;

/**
 * What one verification is asked for.
 *
 * @param strict whether a file that is not stored for its size makes a course different
 * @param keepProof whether what was found equal is kept, as a receipt needs it; takes memory for
 *     every file
 */
public record VerifyOptions(boolean strict, boolean keepProof) {

  /** Neither strict nor for a receipt. */
  public static final VerifyOptions PLAIN = new VerifyOptions(false, false);

  /** This, strict or not. */
  public VerifyOptions strict(boolean value) {
    return new VerifyOptions(value, keepProof);
  }

  /** This, keeping the proof or not. */
  public VerifyOptions keepingProof(boolean value) {
    return new VerifyOptions(strict, value);
  }
}
