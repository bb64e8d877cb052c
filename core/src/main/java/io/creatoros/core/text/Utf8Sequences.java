package io.creatoros.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The sequences of bytes that would be one character each, if the bytes are UTF-8; ASCII apart.
 *
 * @param whole how many are well formed
 * @param broken how many are not
 */
record Utf8Sequences(int whole, int broken) {

  static Utf8Sequences of(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(4096);
    int whole = 0;
    int broken = 0;
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      whole += beyondAscii(out.flip());
      out.clear();
      if (result.isError()) {
        broken++;
        in.position(in.position() + result.length());
      }
    } while (result.isError() || result.isOverflow());
    return new Utf8Sequences(whole, broken);
  }

  private static int beyondAscii(CharBuffer text) {
    int count = 0;
    while (text.hasRemaining()) {
      char c = text.get();
      if (c > 0x7F && !Character.isLowSurrogate(c)) {
        count++;
      }
    }
    return count;
  }
}
