package io.creatoros.core.brief;

import io.creatoros.core.reading.PlainWords;
import java.util.Optional;

/**
 * A label with the value on its line, such as {@code **Slug:** my-course}.
 *
 * @param text the label as written, without colon and marks
 * @param value what follows it on the line; blank if nothing does
 */
record Label(String text, String value) {

  private static final int LONGEST = 160;
  private static final int LONGEST_PLAIN = 60;
  private static final int MOST_SIGNS = 6;

  /** The label in bold that a line begins with, whatever emoji stands before it. */
  static Optional<Label> bold(String line) {
    int start = afterSigns(line);
    if (!line.startsWith("**", start) && !line.startsWith("__", start)) {
      return Optional.empty();
    }
    int end = line.indexOf(line.substring(start, start + 2), start + 2);
    if (end < 0 || end - start > LONGEST) {
      return Optional.empty();
    }
    String text = line.substring(start + 2, end).strip();
    String rest = line.substring(end + 2).strip();
    if (text.endsWith(":") || text.endsWith("?")) {
      return label(text, rest);
    }
    if (rest.startsWith(":")) {
      return label(text, rest.substring(1).strip());
    }
    return rest.isEmpty() && Question.isAsked(normal(text)) ? label(text, "") : Optional.empty();
  }

  /** The label that a line begins with, up to a colon, if it is short. */
  static Optional<Label> plain(String line) {
    int colon = line.indexOf(':');
    if (colon <= 0 || colon > LONGEST_PLAIN || line.startsWith("//", colon + 1)) {
      return Optional.empty();
    }
    char first = line.charAt(0);
    boolean word = Character.isLetter(first) || first == '*';
    return word
        ? label(line.substring(0, colon), line.substring(colon + 1).strip())
        : Optional.empty();
  }

  /**
   * A label as labels are compared: small letters without accents, words parted by one space,
   * without numbering, emoji and what stands in parentheses.
   */
  static String normal(String written) {
    return withoutNumbering(PlainWords.of(withoutParentheses(written)));
  }

  private static String withoutParentheses(String written) {
    String start = written.substring(0, Math.min(LONGEST, written.length()));
    if (start.indexOf('(') < 0) {
      return start;
    }
    StringBuilder out = new StringBuilder(start.length());
    int depth = 0;
    for (char c : start.toCharArray()) {
      if (c == '(' || c == ')') {
        depth = c == '(' ? depth + 1 : Math.max(0, depth - 1);
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String withoutNumbering(String words) {
    int i = 0;
    while (i < words.length() && (Character.isDigit(words.charAt(i)) || words.charAt(i) == ' ')) {
      i++;
    }
    boolean numbered = i > 0 && i < words.length() && words.charAt(i - 1) == ' ';
    return numbered ? words.substring(i) : words;
  }

  private static Optional<Label> label(String written, String value) {
    String text = written.replace("**", "").strip();
    while (text.endsWith(":")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(new Label(text, value));
  }

  private static int afterSigns(String line) {
    int i = 0;
    while (i < line.length() && i < MOST_SIGNS && isSign(line.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSign(char c) {
    return !Character.isLetterOrDigit(c) && c != '*' && c != '_' && c != '|' && c != '[';
  }
}
