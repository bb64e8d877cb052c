package io.creatoros.core.text;

import java.util.Optional;

/** A block of Markdown. Inline marks such as {@code **} stay in the text. */
public sealed interface Block {

  /** The line of the file where it begins, from 1. */
  int line();

  /** The text, lines parted by a line feed. */
  String text();

  /** A heading, whether written with hashes or underlined. */
  record Heading(int level, String text, int line) implements Block {}

  /** A paragraph, or a table. */
  record Paragraph(String text, int line) implements Block {}

  /**
   * An item of a list, without the lists and blocks within it, which follow.
   *
   * @param depth 1 for an item of an outermost list
   * @param number the number of an item of a numbered list
   * @param checked whether a check-box is ticked, where there is one
   */
  record Item(int depth, Optional<Integer> number, Optional<Boolean> checked, String text, int line)
      implements Block {}

  /**
   * A code block, fenced or indented.
   *
   * @param info what follows the opening fence; empty if nothing does
   */
  record Code(String info, String text, int line) implements Block {}

  /** A paragraph within a quotation. */
  record Quote(String text, int line) implements Block {}
}
