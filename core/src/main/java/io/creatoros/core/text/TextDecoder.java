package io.creatoros.core.text;

import java.nio.charset.StandardCharsets;

/** Makes the best of bytes that should be text. */
public final class TextDecoder {

  private TextDecoder() {}

  /** The text of these bytes; any bytes at all give one. */
  public static DecodedText decode(byte[] bytes) {
    return new DecodedText(new String(bytes, StandardCharsets.UTF_8), true, "UTF-8", false);
  }
}
