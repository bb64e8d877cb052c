package io.creatoros.core.text;

/**
 * Bytes as text.
 *
 * @param text the text, without NUL characters and lone surrogates
 * @param asIs whether the bytes are this text in UTF-8, as they stand
 * @param encoding the encoding it was read with, for people, such as {@code Mac Roman}
 * @param lossy whether the bytes do not tell all of the text
 */
public record DecodedText(String text, boolean asIs, String encoding, boolean lossy) {}
