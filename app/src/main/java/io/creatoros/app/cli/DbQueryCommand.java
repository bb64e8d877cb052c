package io.creatoros.app.cli;

import io.creatoros.app.session.Database;
import io.creatoros.app.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "query",
    description = {
      "Run one SQL statement and print its rows.",
      "An edit of the mirror's tables is recorded as one made by hand."
    })
final class DbQueryCommand extends SessionCommand {

  private static final int WIDEST = 80;

  @Parameters(paramLabel = "SQL", description = "The statement.")
  private String sql = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most rows to print (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000")
  private int limit;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Database.Rows rows = session.database().query(sql, Math.max(1, limit));
    Map<String, Object> data =
        CourseJson.row(
            "columns", rows.columns(),
            "rows", rows.rows().stream().map(row -> named(rows.columns(), row)).toList(),
            "affected", rows.affected(),
            "more", rows.more());
    if (rows.columns().isEmpty()) {
      return Outcome.done(data, List.of(Text.count(rows.affected(), "row") + " affected"));
    }
    Table table = new Table(rows.columns());
    rows.rows().forEach(row -> table.row(row.stream().map(DbQueryCommand::shown).toList()));
    String count = Text.count(rows.rows().size(), "row") + (rows.more() ? ", and more" : "");
    return new Outcome(ExitCode.DONE, data, table.lines(), List.of(count));
  }

  private static Map<String, Object> named(List<String> columns, List<Optional<String>> row) {
    Map<String, Object> named = new LinkedHashMap<>();
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      named.put(taken.contains(column) ? column + "_" + (i + 1) : column, row.get(i));
      taken.add(column);
    }
    return named;
  }

  private static String shown(Optional<String> value) {
    return Text.atMost(value.orElse(""), WIDEST);
  }
}
