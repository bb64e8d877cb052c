package io.creatoros.core.brief;

import io.creatoros.core.brief.Field.Kind;
import io.creatoros.core.brief.Line.Mark;
import io.creatoros.core.text.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Walks through the blocks of a brief and files every line under its label. */
final class FormWalker {

  private static final int TITLE = 0;

  /** What may follow an opening fence; code in a language is no answer. */
  private static final Set<String> ANSWERS = Set.of("", "text", "txt", "markdown", "md");

  /** Where a line of several labels is parted. */
  private static final Pattern BETWEEN_LABELS = Pattern.compile("\\s[|·•]\\s(?=\\*\\*)");

  private final List<Field> fields = new ArrayList<>();
  private final Deque<Field> open = new ArrayDeque<>();
  private boolean headed;
  private boolean sectioned;

  private FormWalker() {
    open(Kind.HEADING, TITLE, "", 1);
  }

  /** The fields of a brief, in order; the first, without a label, holds what has none. */
  static List<Field> fields(List<Block> blocks) {
    FormWalker walker = new FormWalker();
    blocks.forEach(walker::take);
    return walker.fields;
  }

  private void take(Block block) {
    if (block instanceof Block.Heading heading) {
      takeHeading(heading);
    } else if (block instanceof Block.Code code) {
      takeCode(code);
    } else if (block instanceof Block.Item item) {
      takeItem(item);
    } else if (block instanceof Block.Paragraph paragraph) {
      takeParagraph(paragraph);
    } else {
      addLines(block.text(), block.line());
    }
  }

  private void takeHeading(Block.Heading heading) {
    Optional<Label> underlined = Label.bold(heading.text()).filter(l -> !l.value().isBlank());
    if (underlined.isPresent()) {
      takeText(heading.text(), heading.line());
      return;
    }
    Optional<Label> answered =
        Label.plain(heading.text())
            .filter(l -> heading.level() > 1 && !l.value().isBlank() && isAsked(l));
    String label = answered.map(Label::text).orElse(heading.text());
    open(Kind.HEADING, isTitle(heading) ? TITLE : heading.level(), label, heading.line());
    answered.ifPresent(l -> addLines(l.value(), heading.line()));
  }

  /** The first heading is the title of the file, not of a section, if it is of the first level. */
  private boolean isTitle(Block.Heading heading) {
    boolean first = !headed;
    headed = true;
    return first && heading.level() == 1;
  }

  private void takeCode(Block.Code code) {
    if (!ANSWERS.contains(code.info())) {
      return;
    }
    Field field = open.element();
    int before = field.lines().size();
    field.markForm();
    addLines(code.text(), code.line() + 1);
    takeParts(field, List.copyOf(field.lines().subList(before, field.lines().size())));
  }

  /** The lines of a box that are labels themselves; their lines stay those of the box too. */
  private void takeParts(Field box, List<Line> lines) {
    Optional<Field> part = Optional.empty();
    for (Line line : lines) {
      Optional<Label> label =
          line.mark() == Mark.NONE && !line.text().startsWith("*")
              ? Label.plain(line.text())
              : Optional.empty();
      if (label.filter(FormWalker::isAsked).isPresent()) {
        part = Optional.of(part(box, label.get(), line));
      } else if (label.isPresent() && (label.get().value().isEmpty() || isAnswered(part))) {
        part = Optional.empty();
      } else {
        part.ifPresent(field -> field.add(List.of(line)));
      }
    }
  }

  private static boolean isAnswered(Optional<Field> part) {
    return part.filter(field -> !field.lines().isEmpty()).isPresent();
  }

  private Field part(Field box, Label label, Line line) {
    int rank = Field.rank(Kind.PART, 0);
    Field part = new Field(Kind.PART, label.text(), line.number(), rank, Optional.of(box));
    part.add(Line.of(label.value(), line.number()));
    fields.add(part);
    return part;
  }

  private void takeItem(Block.Item item) {
    closeItems(item.depth());
    int end = item.text().indexOf('\n');
    String first = end < 0 ? item.text() : item.text().substring(0, end);
    Optional<Label> label =
        Label.bold(first).or(() -> Label.plain(first).filter(FormWalker::isAsked));
    if (label.isPresent() && item.checked().isEmpty()) {
      open(Kind.ITEM, item.depth(), label.get().text(), item.line());
      addLines(label.get().value(), item.line());
    } else {
      addItem(item, first);
    }
    if (end >= 0) {
      takeText(item.text().substring(end + 1), item.line() + 1);
    }
  }

  private void addItem(Block.Item item, String first) {
    Mark mark =
        item.checked()
            .map(ticked -> ticked ? Mark.TICKED : Mark.UNTICKED)
            .orElse(item.number().isPresent() ? Mark.NUMBER : Mark.BULLET);
    List<Line> lines = Line.of(first, item.line());
    boolean boxes = lines.stream().anyMatch(Line::isItem);
    if (boxes) {
      open.element().add(lines);
    } else {
      open.element().add(List.of(new Line(first.strip(), item.line(), mark, item.depth())));
    }
    if (mark == Mark.UNTICKED || mark == Mark.TICKED || boxes) {
      open.element().markForm();
    }
  }

  private void takeParagraph(Block.Paragraph paragraph) {
    if (open.element().kind() != Kind.ITEM || !open.element().lines().isEmpty()) {
      closeItems(0);
    }
    Optional<Table> table = Table.of(paragraph);
    if (table.isPresent()) {
      takeTable(table.get());
    } else {
      takeText(paragraph.text(), paragraph.line());
    }
  }

  private void takeText(String text, int firstLine) {
    int number = firstLine;
    for (String line : text.split("\n", -1)) {
      for (String part : parts(line.strip())) {
        takeLine(part, number);
      }
      number++;
    }
  }

  private static String[] parts(String line) {
    boolean several = line.startsWith("**") && line.indexOf("**", 2) > 0;
    return several ? BETWEEN_LABELS.split(line) : new String[] {line};
  }

  private void takeLine(String line, int number) {
    Optional<Label> label =
        Label.bold(line).or(() -> Label.plain(line).filter(FormWalker::isAsked));
    label.ifPresent(l -> open(Kind.BOLD, 0, l.text(), number));
    addLines(label.map(Label::value).orElse(line), number);
  }

  private void takeTable(Table table) {
    for (Table.Part part : table.parts()) {
      open(part.kind(), 0, part.label(), part.line());
      open.element().add(part.lines());
      open.pop();
    }
  }

  private void addLines(String text, int firstLine) {
    int number = firstLine;
    for (String line : text.split("\n", -1)) {
      open.element().add(Line.of(line, number++));
    }
  }

  private void open(Kind kind, int depth, String label, int line) {
    int rank = Field.rank(kind, depth);
    while (!open.isEmpty() && open.element().rank() >= rank) {
      open.pop();
    }
    Field field = new Field(kind, label, line, rank, Optional.ofNullable(open.peek()));
    if (kind == Kind.HEADING && rank > TITLE && !sectioned) {
      sectioned = true;
      field.markOpening();
    }
    fields.add(field);
    open.push(field);
  }

  private void closeItems(int depth) {
    int rank = Field.rank(Kind.ITEM, depth);
    while (open.element().kind() == Kind.ITEM && open.element().rank() >= rank) {
      open.pop();
    }
  }

  private static boolean isAsked(Label label) {
    return Question.isAsked(Label.normal(label.text()));
  }
}
