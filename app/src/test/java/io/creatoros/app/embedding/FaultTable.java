package io.creatoros.app.embedding;

import static java.util.Objects.requireNonNull;

import io.creatoros.core.dualwrite.MirrorOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of docs/embedding.md that tell what each fault ends in.
 *
 * @param everywhere by fault, whichever way programs reach the mirror
 * @param overHttp by fault, what is otherwise over HTTP, or is there only
 */
record FaultTable(Map<String, FaultTable.Row> everywhere, Map<String, FaultTable.Row> overHttp) {

  private static final Path DOCUMENT = Path.of("../docs/embedding.md");

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
    return new FaultTable(table("| what is wrong |"), table("| what is wrong over HTTP |"));
  }

  /** What a fault ends in for a program that goes this way. */
  Row row(Fault fault, Way way) {
    Row row = everywhere.get(fault.words());
    return requireNonNull(
        way instanceof HttpWay ? overHttp.getOrDefault(fault.words(), row) : row,
        () -> "not in the table: " + fault.words());
  }

  private static Map<String, Row> table(String heading) {
    Map<String, Row> rows = new LinkedHashMap<>();
    lines().stream()
        .dropWhile(line -> !line.startsWith(heading))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split(" *\\| *"))
        .forEach(cells -> rows.put(cells[1], row(cells)));
    return rows;
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
