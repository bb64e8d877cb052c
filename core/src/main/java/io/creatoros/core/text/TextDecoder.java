package io.creatoros.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes the best of bytes that should be text. */
public final class TextDecoder {

  private TextDecoder() {}

  /** The text of these bytes; any bytes at all give one. */
  public static DecodedText decode(byte[] bytes) {
    Optional<CharBuffer> whole = utf8(bytes);
    if (whole.isPresent() && !hasNul(bytes)) {
      return new DecodedText(whole.get(), true, "UTF-8", false);
    }
    if (isUtf16(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, StandardCharsets.UTF_16LE);
    }
    if (isUtf16(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, StandardCharsets.UTF_16BE);
    }
    String text = CleanText.of(new String(bytes, StandardCharsets.UTF_8));
    if (whole.isPresent()) {
      return new DecodedText(text, false, "UTF-8", true);
    }
    Utf8Sequences sequences = Utf8Sequences.of(bytes);
    return sequences.broken() < sequences.whole()
        ? new DecodedText(text, false, "UTF-8", true)
        : SingleByteText.decode(bytes);
  }

  /** The text of bytes that are UTF-8; empty of others. */
  private static Optional<CharBuffer> utf8(byte[] bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUtf16(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static DecodedText decoded(byte[] bytes, Charset utf16) {
    String text = new String(bytes, 2, bytes.length - 2, utf16);
    String clean = CleanText.of(text);
    boolean lossy = bytes.length % 2 != 0 || clean.indexOf(CleanText.REPLACEMENT) >= 0;
    return new DecodedText(clean, false, "UTF-16", lossy);
  }
}
