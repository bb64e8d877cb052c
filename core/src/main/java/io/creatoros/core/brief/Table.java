package io.creatoros.core.brief;

import io.creatoros.core.brief.Field.Kind;
import io.creatoros.core.brief.Line.Mark;
import io.creatoros.core.text.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of a brief. Of two columns, each row is a label with its value; of more, or of numbered
 * rows, each column is a label with its list.
 */
final class Table {

  private static final Set<String> NUMBERS = Set.of("", "n", "no", "nº", "num", "ordem");
  private static final int MOST_COLUMNS = 24;

  private final List<List<String>> rows;
  private final int line;

  private Table(List<List<String>> rows, int line) {
    this.rows = rows;
    this.line = line;
  }

  /**
   * A part of a table.
   *
   * @param kind a row or a column
   * @param label the first cell
   * @param line the line of the file where it begins
   * @param lines the other cells
   */
  record Part(Kind kind, String label, int line, List<Line> lines) {}

  /** The table that a paragraph is, if it is one. */
  static Optional<Table> of(Block.Paragraph paragraph) {
    String[] lines = paragraph.text().split("\n");
    if (lines.length < 2 || lines[0].indexOf('|') < 0 || !isRule(lines[1])) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (i != 1) {
        rows.add(cells(lines[i]));
      }
    }
    return Optional.of(new Table(rows, paragraph.line()));
  }

  /** Its rows or columns, as labels. */
  List<Part> parts() {
    List<String> header = rows.get(0);
    boolean pairs = header.size() == 2 && !NUMBERS.contains(Label.normal(header.get(0)));
    return pairs ? pairs() : columns(header);
  }

  private List<Part> pairs() {
    List<Part> parts = new ArrayList<>();
    for (int row = 1; row < rows.size(); row++) {
      List<String> cells = rows.get(row);
      if (!cells.get(0).isEmpty()) {
        String value = cells.size() > 1 ? cells.get(1) : "";
        parts.add(new Part(Kind.ROW, cells.get(0), lineOf(row), Line.of(value, lineOf(row))));
      }
    }
    return parts;
  }

  private List<Part> columns(List<String> header) {
    List<Part> parts = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      List<Line> lines = new ArrayList<>();
      for (int row = 1; row < rows.size(); row++) {
        List<String> cells = rows.get(row);
        if (column < cells.size() && !cells.get(column).isEmpty()) {
          lines.add(new Line(cells.get(column), lineOf(row), Mark.BULLET, 0));
        }
      }
      parts.add(new Part(Kind.COLUMN, header.get(column), line, lines));
    }
    return parts;
  }

  private int lineOf(int row) {
    return line + row + 1;
  }

  private static boolean isRule(String line) {
    return line.indexOf('-') >= 0 && line.chars().allMatch(c -> "|:- \t".indexOf(c) >= 0);
  }

  private static List<String> cells(String row) {
    String text = row.strip();
    int start = text.startsWith("|") ? 1 : 0;
    List<String> cells = new ArrayList<>();
    while (start < text.length() && cells.size() < MOST_COLUMNS) {
      int end = endOfCell(text, start);
      cells.add(text.substring(start, end).replace("\\|", "|").replace("**", "").strip());
      start = end + 1;
    }
    return cells.isEmpty() ? List.of("") : cells;
  }

  private static int endOfCell(String text, int start) {
    int end = text.indexOf('|', start);
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end = text.indexOf('|', end + 1);
    }
    return end < 0 ? text.length() : end;
  }
}
