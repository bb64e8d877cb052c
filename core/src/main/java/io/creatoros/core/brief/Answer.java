package io.creatoros.core.brief;

import io.creatoros.core.brief.Field.Kind;
import io.creatoros.core.brief.Line.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody wrote under a label, placeholders and examples of the form left out. */
final class Answer {

  private static final int LONGEST = 2_000;
  private static final int MOST = 100;

  private final Field field;
  private final List<Line> labelled;
  private final List<Line> lines;

  Answer(Field field) {
    this.field = field;
    this.labelled = Blank.without(field.lines());
    this.lines = labelled.stream().filter(line -> !isLabel(line)).toList();
  }

  Field field() {
    return field;
  }

  /** The label as written, in one line. */
  String label() {
    return clean(field.label());
  }

  /** Its lines, but those that are nothing but a label. */
  List<Line> lines() {
    return lines;
  }

  /** Its lines, those that are nothing but a label too. */
  List<Line> labelledLines() {
    return labelled;
  }

  /** Whether nothing was written. */
  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The first box that is ticked, or the first lines up to a blank one. */
  Optional<String> text() {
    List<String> ticked = ticked();
    return ticked.isEmpty() ? runs(lines).stream().findFirst() : Optional.of(ticked.get(0));
  }

  /** The texts of the boxes that are ticked. */
  List<String> ticked() {
    return lines.stream()
        .filter(line -> line.mark() == Mark.TICKED && !line.plain().isEmpty())
        .map(line -> clean(line.item()))
        .limit(MOST)
        .toList();
  }

  /** The items of its list, without lists within them; where there is no list, its paragraphs. */
  List<String> items() {
    List<String> items = listed();
    for (Field child : field.children()) {
      if (child.kind() == Kind.ITEM && !Question.isAsked(child.key())) {
        Answer answer = new Answer(child);
        items.add(clean(child.label() + answer.text().map(text -> ": " + text).orElse("")));
      }
    }
    List<String> found = items.isEmpty() ? runs(lines) : items;
    return found.subList(0, Math.min(MOST, found.size()));
  }

  /** Whether it has a list of its own. */
  boolean isList() {
    return lines.stream().anyMatch(Line::isItem);
  }

  /** All of it in one line. */
  Optional<String> summary() {
    List<String> ticked = ticked();
    List<String> all = ticked.isEmpty() ? items() : ticked;
    String joined = String.join(ticked.isEmpty() ? "; " : ", ", all);
    return Optional.of(cut(joined)).filter(text -> !text.isEmpty());
  }

  /** What is written under the labels within it, by label; empty if there are none. */
  Map<String, String> parts() {
    Map<String, List<Line>> parts = new LinkedHashMap<>();
    List<Line> current = new ArrayList<>();
    for (Line line : labelled) {
      Optional<Label> label = line.isItem() ? Optional.empty() : partLabel(line);
      if (label.isPresent() && parts.size() < MOST) {
        current = parts.computeIfAbsent(cut(label.get().text()), l -> new ArrayList<>());
        current.addAll(Line.of(label.get().value(), line.number()));
      } else {
        current.add(line);
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    parts.forEach((label, own) -> summary(own).ifPresent(text -> values.put(label, text)));
    for (Field child : field.children()) {
      if (child.kind() != Kind.PART && child.kind() != Kind.COLUMN && values.size() < MOST) {
        new Answer(child).summary().ifPresent(text -> values.put(cut(child.label()), text));
      }
    }
    return values;
  }

  /** A text as one line, without the marks and quotation marks around it. */
  static String clean(String text) {
    String line = text.replace("**", "").replaceAll("\\s{1,9}", " ").strip();
    boolean quoted =
        line.length() > 2
            && "\"“".indexOf(line.charAt(0)) >= 0
            && "\"”".indexOf(line.charAt(line.length() - 1)) >= 0
            && line.substring(1, line.length() - 1).chars().noneMatch(c -> "\"“”".indexOf(c) >= 0);
    return cut(quoted || isCode(line) ? line.substring(1, line.length() - 1).strip() : line);
  }

  private static boolean isCode(String line) {
    return line.length() > 2 && line.startsWith("`") && line.indexOf('`', 1) == line.length() - 1;
  }

  private List<String> listed() {
    int outermost = lines.stream().filter(Line::isItem).mapToInt(Line::indent).min().orElse(0);
    List<StringBuilder> items = new ArrayList<>();
    Optional<Line> last = Optional.empty();
    for (Line line : lines) {
      if (line.isItem() && line.indent() == outermost) {
        items.add(new StringBuilder(line.item()));
        last = Optional.of(line);
      } else if (last.isPresent() && continues(last.get(), line)) {
        items.get(items.size() - 1).append(' ').append(line.plain());
        last = Optional.of(line.as(last.get().mark(), outermost));
      } else {
        last = Optional.empty();
      }
    }
    return items.stream()
        .map(item -> clean(item.toString()))
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean continues(Line item, Line line) {
    return !line.isItem() && line.number() == item.number() + 1;
  }

  /** The lines as paragraphs. */
  private static List<String> runs(List<Line> lines) {
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int last = -1;
    for (Line line : lines) {
      if (!run.isEmpty() && line.number() > last + 1) {
        runs.add(clean(run.toString()));
        run.setLength(0);
      }
      run.append(run.isEmpty() ? "" : " ").append(line.plain());
      last = line.number();
    }
    if (!run.isEmpty()) {
      runs.add(clean(run.toString()));
    }
    return runs;
  }

  private static Optional<String> summary(List<Line> lines) {
    List<String> marked =
        lines.stream().filter(Line::isItem).map(line -> clean(line.plain())).limit(MOST).toList();
    List<String> texts = marked.isEmpty() ? runs(lines) : marked;
    boolean ticked = lines.stream().anyMatch(line -> line.mark() == Mark.TICKED);
    String joined = String.join(ticked ? ", " : "; ", texts);
    return Optional.of(cut(joined)).filter(text -> !text.isEmpty());
  }

  private static boolean isLabel(Line line) {
    return !line.isItem() && line.text().endsWith(":");
  }

  private static Optional<Label> partLabel(Line line) {
    boolean capital = Character.isUpperCase(line.text().codePointAt(0));
    return capital ? Label.plain(line.text()) : Optional.empty();
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end).strip();
  }
}
