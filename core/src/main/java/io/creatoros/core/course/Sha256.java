package io.creatoros.core.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of an artifact's bytes (FIPS 180-4): its identity.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) implements Comparable<Sha256> {

  private static final HexFormat HEX = HexFormat.of();

  /**
   * @throws IllegalArgumentException if the text is not 64 lower-case hexadecimal digits
   */
  public Sha256 {
    if (!isHash(hex)) {
      throw new IllegalArgumentException("not a SHA-256: \"" + hex + "\"");
    }
  }

  /** The hash whose 32 bytes these are. */
  public static Sha256 ofDigest(byte[] digest) {
    return new Sha256(HEX.formatHex(digest));
  }

  /** Hashes the bytes. */
  public static Sha256 of(byte[] bytes) {
    return ofDigest(newDigest().digest(bytes));
  }

  /**
   * Hashes a stream to its end, without closing it.
   *
   * @throws UncheckedIOException if reading fails
   */
  public static Sha256 of(InputStream in) {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[1 << 16];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ofDigest(digest.digest());
  }

  /** A fresh digest, for callers that hash while they copy. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The 32 bytes of the hash. */
  public byte[] bytes() {
    return HEX.parseHex(hex);
  }

  /** The first twelve digits, for people. */
  public String brief() {
    return hex.substring(0, 12);
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }

  private static boolean isHash(String hex) {
    if (hex.length() != 64) {
      return false;
    }
    for (int i = 0; i < 64; i++) {
      if (!isLowerHex(hex.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
