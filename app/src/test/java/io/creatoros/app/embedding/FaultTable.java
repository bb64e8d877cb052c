package io.creatoros.app.embedding;

import io.creatoros.core.dualwrite.MirrorOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of docs/embedding.md that tells what each fault ends in. */
record FaultTable(Map<String, FaultTable.Row> rows) {

  private static final Path DOCUMENT = Path.of("../docs/embedding.md");
  private static final String HEADING = "| what is wrong |";

  /**
   * What one fault ends in.
   *
   * @param told outcome, reason and code, as far as there are any
   * @param owed what {@code creatoros owed} says meanwhile
   */
  record Row(String told, String owed) {

    /** What an answer tells, in the words of the table. */
    static String told(MirrorOutcome outcome) {
      return outcome instanceof MirrorOutcome.Owed owed
          ? owed.name() + " " + owed.reason() + " " + owed.code()
          : outcome.name();
    }
  }

  static FaultTable read() {
    Map<String, Row> rows = new LinkedHashMap<>();
    lines().stream()
        .dropWhile(line -> !line.startsWith(HEADING))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split(" *\\| *"))
        .forEach(cells -> rows.put(cells[1], row(cells)));
    return new FaultTable(rows);
  }

  /** The faults, in the order of the table. */
  Set<String> faults() {
    return rows.keySet();
  }

  Row row(Fault fault) {
    Row row = rows.get(fault.words());
    if (row == null) {
      throw new AssertionError("not in the table: " + fault.words());
    }
    return row;
  }

  private static Row row(String[] cells) {
    String told = String.join(" ", Arrays.copyOfRange(cells, 2, 5));
    String owed = cells[5].replace("`", "").replace("lists them", "lessons/1.2-pouring.md");
    return new Row(told.replace("`", "").strip(), owed);
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
