package io.creatoros.core.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an answer, without its mark.
 *
 * @param text what it says
 * @param number its number in the file, from 1
 * @param mark what stood before it
 * @param indent how far it is indented
 */
record Line(String text, int number, Mark mark, int indent) {

  /** What stands before a line. */
  enum Mark {
    NONE,
    BULLET,
    NUMBER,
    TICKED,
    UNTICKED
  }

  private static final Pattern BOX = Pattern.compile("\\[([ xX✓✔✅])\\](?!\\()");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}[.)](?:\\s|$)");
  private static final Pattern BULLET = Pattern.compile("[-*+•–](?:\\s|$)");

  /**
   * A line as it stands in the file; more than one where it offers more than one box to tick.
   * Nothing for a blank line.
   */
  static List<Line> of(String raw, int number) {
    String text = raw.strip();
    int indent = Math.max(0, raw.indexOf(text));
    if (text.isEmpty()) {
      return List.of();
    }
    Matcher counted = NUMBER.matcher(text);
    if (counted.lookingAt()) {
      return boxes(text.substring(counted.end()).strip(), number, Mark.NUMBER, indent);
    }
    Matcher bullet = BULLET.matcher(text);
    return bullet.lookingAt()
        ? boxes(text.substring(bullet.end()).strip(), number, Mark.BULLET, indent)
        : boxes(text, number, Mark.NONE, indent);
  }

  /** Whether it is one of a list. */
  boolean isItem() {
    return mark != Mark.NONE;
  }

  /** The same line, told to be an item of a list. */
  Line as(Mark other, int depth) {
    return new Line(text, number, other, depth);
  }

  /** What it says, without the marks of bold text. */
  String plain() {
    return text.replace("**", "").strip();
  }

  /** What it says as an item of a list, without the emoji before it too. */
  String item() {
    String plain = plain();
    int start = 0;
    while (start < plain.length() && isSign(plain.codePointAt(start))) {
      start += Character.charCount(plain.codePointAt(start));
    }
    return plain.substring(start).strip();
  }

  private static boolean isSign(int c) {
    int type = Character.getType(c);
    return type == Character.OTHER_SYMBOL
        || type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || c == ' ';
  }

  private static List<Line> boxes(String text, int number, Mark mark, int indent) {
    Matcher box = BOX.matcher(text);
    if (!box.find()) {
      return List.of(new Line(text, number, mark, indent));
    }
    List<Line> lines = new ArrayList<>();
    if (box.start() > 0) {
      lines.add(new Line(text.substring(0, box.start()).strip(), number, Mark.NONE, indent));
    }
    boolean more = true;
    while (more) {
      Mark tick = box.group(1).isBlank() ? Mark.UNTICKED : Mark.TICKED;
      int start = box.end();
      more = box.find();
      String option = text.substring(start, more ? box.start() : text.length()).strip();
      lines.add(new Line(option, number, tick, indent));
    }
    return lines;
  }
}
