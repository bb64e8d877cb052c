package io.creatoros.core.text;

import java.util.Optional;

/** The box at the beginning of an item, such as {@code [x]}. */
final class CheckBox {

  private static final int LENGTH = 3;

  private CheckBox() {}

  /** Whether the box at the beginning of a text is ticked; empty if there is none. */
  static Optional<Boolean> of(String text) {
    boolean isThere =
        text.length() >= LENGTH
            && text.charAt(0) == '['
            && text.charAt(2) == ']'
            && (text.length() == LENGTH || Character.isWhitespace(text.charAt(LENGTH)));
    if (!isThere) {
      return Optional.empty();
    }
    return switch (text.charAt(1)) {
      case ' ' -> Optional.of(false);
      case 'x', 'X' -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  /** The text after the box. */
  static String without(String text) {
    return text.substring(LENGTH).strip();
  }
}
