package io.creatoros.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in aligned columns; a column of numbers is aligned to the right. */
final class Table {

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    this(List.of(header));
  }

  Table(List<String> header) {
    this.header = List.copyOf(header);
  }

  void row(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException("a row needs " + header.size() + " cells");
    }
    rows.add(cells.stream().map(Text::visible).toList());
  }

  void row(Object... cells) {
    row(java.util.Arrays.stream(cells).map(String::valueOf).toList());
  }

  /** This without those of the given columns that hold no value in any row. */
  Table without(String... columns) {
    List<Integer> kept =
        IntStream.range(0, header.size())
            .filter(at -> !List.of(columns).contains(header.get(at)) || holdsValues(at))
            .boxed()
            .toList();
    Table table = new Table(kept.stream().map(header::get).toList());
    rows.forEach(row -> table.row(kept.stream().map(row::get).toList()));
    return table;
  }

  private boolean holdsValues(int column) {
    return rows.stream().anyMatch(row -> !row.get(column).equals(Text.NONE));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<String> lines() {
    int[] widths = new int[header.size()];
    boolean[] numbers = new boolean[header.size()];
    for (int column = 0; column < widths.length; column++) {
      int at = column;
      widths[column] =
          Math.max(
              width(header.get(column)),
              rows.stream().mapToInt(row -> width(row.get(at))).max().orElse(0));
      numbers[column] =
          rows.stream().allMatch(row -> row.get(at).matches("-?[0-9.]*"))
              && rows.stream().anyMatch(row -> row.get(at).matches(".*[0-9].*"));
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(header, widths, numbers));
    rows.forEach(row -> lines.add(line(row, widths, numbers)));
    return lines;
  }

  private static String line(List<String> cells, int[] widths, boolean[] numbers) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String blank = " ".repeat(widths[column] - width(cell));
      line.append(column == 0 ? "" : "  ");
      line.append(numbers[column] ? blank + cell : cell + blank);
    }
    return line.toString().stripTrailing();
  }

  /** Columns on screen: marks that combine take none, wide scripts take two. */
  private static int width(String text) {
    return text.codePoints().map(Table::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide = Character.isIdeographic(c) || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F300;
    return wide ? 2 : 1;
  }
}
