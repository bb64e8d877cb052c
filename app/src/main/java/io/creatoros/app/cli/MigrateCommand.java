package io.creatoros.app.cli;

import io.creatoros.app.session.Database;
import io.creatoros.app.session.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "migrate",
    description = "Bring the database's schema to the version that this program works with.")
final class MigrateCommand extends SessionCommand {

  @Option(names = "--status", description = "Only tell what is applied and what is pending.")
  private boolean status;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Database database = session.database();
    List<String> done = status ? List.of() : database.migrate();
    Database.Schema schema = database.schema();
    ExitCode code = schema.state().equals("CURRENT") ? ExitCode.DONE : ExitCode.SCHEMA;
    List<String> lines = new ArrayList<>();
    done.forEach(version -> lines.add("applied " + version));
    lines.add(
        "schema "
            + schema.state()
            + " at "
            + database.server()
            + ": "
            + schema.applied().size()
            + " applied, "
            + schema.pending().size()
            + " pending, "
            + schema.expected()
            + " expected");
    schema.pending().forEach(version -> lines.add("pending " + version));
    String next = code == ExitCode.DONE ? differing(database, lines) : next(schema);
    if (!next.isEmpty()) {
      lines.add("next: " + next);
    }
    return new Outcome(
        code,
        CourseJson.row(
            "server", database.server(),
            "state", schema.state(),
            "expected", schema.expected(),
            "applied", schema.applied(),
            "pending", schema.pending(),
            "appliedNow", done,
            "next", next),
        lines,
        List.of());
  }

  /** What to do about changes that were made to the tables by hand; empty when there are none. */
  private static String differing(Database database, List<String> lines) {
    int differences = database.checkSchema().size();
    if (differences == 0) {
      return "";
    }
    lines.add(Text.count(differences, "difference") + " from what these migrations make");
    return "creatoros schema check";
  }

  private static String next(Database.Schema schema) {
    return schema.state().equals("NEWER")
        ? "upgrade creatoros to the version that migrated the database"
        : "creatoros migrate";
  }
}
