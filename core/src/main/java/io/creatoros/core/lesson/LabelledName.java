package io.creatoros.core.lesson;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title or a file name, its leading label taken off.
 *
 * @param label the label it begins with
 * @param count the number in a count such as {@code Dia 3} that it begins with instead
 * @param rest what follows the label or the count and the sign after it; all of the text if it
 *     begins with neither
 */
record LabelledName(Optional<LessonLabel> label, Optional<String> count, String rest) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String SPACE = "[-_\\s\\u00a0]";
  private static final String AULA = "(?:aula|lesson|li[cç][aã]o)";
  private static final String MODULE = "m(?:[oó]dul[oe])?" + SPACE + "?";
  private static final String NUMBER = "(\\d{1,6}[a-z]?)";
  private static final String END = "(?![\\p{L}\\p{N}]|\\.\\p{N})";

  /** {@code 1.1}, {@code Aula 4A.1}, {@code modulo-4-aula-4.2}. */
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?:(?:"
              + MODULE
              + "\\d{1,6}[a-z]?"
              + SPACE
              + "{1,3})?"
              + AULA
              + SPACE
              + "{0,3})?"
              + NUMBER
              + "\\."
              + NUMBER
              + END,
          FLAGS);

  /** {@code m1-l1}, {@code M1-AULA1}, {@code Módulo 1 - Aula 2}. */
  private static final Pattern SPELLED =
      Pattern.compile(
          MODULE
              + NUMBER
              + "(?:[.,:]|"
              + SPACE
              + "){0,3}(?:"
              + AULA
              + "|l)"
              + SPACE
              + "?"
              + NUMBER
              + END,
          FLAGS);

  /** A count without a module: {@code Dia 3}, {@code Aula 03}. */
  private static final Pattern COUNTED =
      Pattern.compile("(?:dia|day|" + AULA + ")" + SPACE + "{0,3}(\\d{1,6})" + END, FLAGS);

  private static final String SIGN = "[-_:|–—\\s\\u00a0]*+";

  /** What parts a label from what follows; a point only where it does not begin a word. */
  private static final Pattern SIGNS = Pattern.compile(SIGN + "(?:\\.(?!\\S)" + SIGN + ")?");

  static LabelledName of(String text) {
    for (Pattern form : List.of(DOTTED, SPELLED)) {
      Matcher matcher = form.matcher(text);
      if (matcher.lookingAt()) {
        LessonLabel label = LessonLabel.of(matcher.group(1), matcher.group(2));
        return new LabelledName(Optional.of(label), Optional.empty(), after(text, matcher.end()));
      }
    }
    Matcher counted = COUNTED.matcher(text);
    return counted.lookingAt()
        ? new LabelledName(
            Optional.empty(), Optional.of(counted.group(1)), after(text, counted.end()))
        : new LabelledName(Optional.empty(), Optional.empty(), text);
  }

  private static String after(String text, int end) {
    Matcher signs = SIGNS.matcher(text).region(end, text.length());
    return text.substring(signs.lookingAt() ? signs.end() : end);
  }
}
