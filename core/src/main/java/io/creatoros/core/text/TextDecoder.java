package io.creatoros.core.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Makes the best of bytes that should be text. */
public final class TextDecoder {

  private TextDecoder() {}

  /** The text of these bytes; any bytes at all give one. */
  public static DecodedText decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(CleanText.REPLACEMENT) < 0 && text.indexOf('\0') < 0) {
      return new DecodedText(text, true, "UTF-8", false);
    }
    if (isUtf16(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, StandardCharsets.UTF_16LE);
    }
    if (isUtf16(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, StandardCharsets.UTF_16BE);
    }
    Utf8Sequences sequences = Utf8Sequences.of(bytes);
    if (sequences.broken() == 0) {
      boolean hasNul = text.indexOf('\0') >= 0;
      return new DecodedText(CleanText.of(text), !hasNul, "UTF-8", hasNul);
    }
    return sequences.broken() < sequences.whole()
        ? new DecodedText(CleanText.of(text), false, "UTF-8", true)
        : SingleByteText.decode(bytes);
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
