package io.creatoros.core.text;

/** The mark that some editors write before a text; it stays in the text and means nothing. */
final class ByteOrderMark {

  static final char CHARACTER = '\uFEFF';

  private ByteOrderMark() {}

  static boolean startsIn(String text) {
    return !text.isEmpty() && text.charAt(0) == CHARACTER;
  }

  /** The text with a space in place of the mark, so that places in it stay what they are. */
  static String blanked(String text) {
    return startsIn(text) ? " " + text.substring(1) : text;
  }
}
