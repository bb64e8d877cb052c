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
    if (code != ExitCode.DONE) {
      schema.pending().forEach(version -> lines.add("pending " + version));
      lines.add("next: " + next(schema));
    }
    return new Outcome(
        code,
        CourseJson.row(
            "server", database.server(),
            "state", schema.state(),
            "expected", schema.expected(),
            "applied", schema.applied(),
            "pending", schema.pending(),
            "appliedNow", done),
        lines,
        List.of());
  }

  private static String next(Database.Schema schema) {
    return schema.state().equals("NEWER")
        ? "upgrade creatoros to the version that migrated the database"
        : "creatoros migrate";
  }
}
