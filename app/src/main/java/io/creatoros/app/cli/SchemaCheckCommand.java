package io.creatoros.app.cli;

import io.creatoros.app.session.Database;
import io.creatoros.app.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
    name = "check",
    description = {
      "Name each table, column, index, constraint, function and policy that is missing or"
          + " different.",
      "Changes nothing. Ends with exit code 22 when there is a difference."
    })
final class SchemaCheckCommand extends SessionCommand {

  private static final String MIGRATE = "creatoros migrate";

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Database database = session.database();
    List<Database.SchemaDifference> differences = database.checkSchema();
    List<String> lines = new ArrayList<>();
    if (differences.isEmpty()) {
      lines.add("the schema at " + database.server() + " is as this version makes it");
    } else {
      Table table = new Table("KIND", "NAME", "DIFFERENCE");
      differences.forEach(found -> table.row(found.kind(), found.name(), found.difference()));
      lines.addAll(table.lines());
      lines.add("");
      lines.add(Text.count(differences.size(), "difference") + " at " + database.server());
      lines.add("next: " + next(database));
    }
    return new Outcome(
        differences.isEmpty() ? ExitCode.DONE : ExitCode.SCHEMA,
        CourseJson.row(
            "server", database.server(),
            "differences", differences.stream().map(SchemaCheckCommand::json).toList(),
            "next", differences.isEmpty() ? "" : next(database)),
        lines,
        List.of());
  }

  private static String next(Database database) {
    return database.schema().pending().isEmpty()
        ? "creatoros db backup FILE, then mend with SQL what is named; or restore the backup into"
            + " an empty database: creatoros db restore FILE"
        : MIGRATE;
  }

  private static Map<String, Object> json(Database.SchemaDifference found) {
    return CourseJson.row(
        "kind", found.kind(), "name", found.name(), "difference", found.difference());
  }
}
