package io.creatoros.core.text;

import java.nio.CharBuffer;

/**
 * Bytes as text.
 *
 * @param chars the text, without NUL characters and lone surrogates; not to be changed
 * @param asIs whether the bytes are this text in UTF-8, as they stand
 * @param encoding the encoding it was read with, for people, such as {@code Mac Roman}
 * @param lossy whether the bytes do not tell all of the text
 */
public record DecodedText(CharBuffer chars, boolean asIs, String encoding, boolean lossy) {

  DecodedText(String text, boolean asIs, String encoding, boolean lossy) {
    this(CharBuffer.wrap(text.toCharArray()), asIs, encoding, lossy);
  }

  /** The text as a string, which is made each time. */
  public String text() {
    return chars.toString();
  }
}
