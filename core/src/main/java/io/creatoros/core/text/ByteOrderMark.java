package io.creatoros.core.text;

/** The mark that some editors write before a text; it stays in the text and means nothing. */
final class ByteOrderMark {

  private static final char CHARACTER = '\uFEFF';

  private ByteOrderMark() {}

  static boolean startsIn(String text) {
    return !text.isEmpty() && text.charAt(0) == CHARACTER;
  }

  /** The text after the mark, if it begins with one. */
  static String without(String text) {
    return startsIn(text) ? text.substring(1) : text;
  }
}
