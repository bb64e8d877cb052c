package io.creatoros.core.brief;

import io.creatoros.core.brief.Line.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what somebody wrote from what a form printed: placeholders, examples, empty boxes. */
final class Blank {

  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]{0,400}\\](?!\\()");
  private static final Pattern BRACES =
      Pattern.compile("(\\{[^{}]*\\}|\\{\\{[^{}]*\\}\\}|<[^<>]*>)");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(exemplos?|examples?|ex\\.)\\s*:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Set<String> NOTHING =
      Set.of(
          "tbd", "todo", "tba", "a definir", "a preencher", "n/a", "null", "none", "não definido");

  private Blank() {}

  /** Whether a text is a placeholder. */
  static boolean is(String text) {
    if (text.contains("AUTO-PREENCHIDO") || text.contains("___")) {
      return true;
    }
    if (NOTHING.contains(text.strip().toLowerCase(Locale.ROOT))) {
      return true;
    }
    String rest = text.indexOf('[') < 0 ? text : BRACKETS.matcher(text).replaceAll("").strip();
    return !holdsWords(rest)
        || BRACES.matcher(rest).matches()
        || (rest.length() < text.strip().length() && rest.endsWith(":"));
  }

  /** The lines that somebody wrote, in order. */
  static List<Line> without(List<Line> lines) {
    List<Line> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.mark() == Mark.NONE && EXAMPLE.matcher(line.text()).matches()) {
        i = endOfExample(lines, i);
      } else if (line.mark() != Mark.UNTICKED && !is(line.text())) {
        kept.add(line);
      }
    }
    return kept;
  }

  /**
   * An example ends with its line, or with the quotation it opens; one on lines of its own later.
   */
  private static int endOfExample(List<Line> lines, int start) {
    String text = lines.get(start).text();
    boolean ownLines = text.endsWith(":");
    boolean quoted = text.chars().filter(c -> c == '"').count() % 2 == 1;
    int end = start;
    while ((ownLines || quoted)
        && end + 1 < lines.size()
        && lines.get(end + 1).number() == lines.get(end).number() + 1) {
      end++;
      if (quoted && lines.get(end).text().indexOf('"') >= 0) {
        return end;
      }
    }
    return end;
  }

  private static boolean holdsWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
