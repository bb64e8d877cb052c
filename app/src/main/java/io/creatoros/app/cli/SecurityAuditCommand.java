package io.creatoros.app.cli;

import io.creatoros.app.session.Database;
import io.creatoros.app.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    description = {
      "Find what Supabase's advisors warn of: tables, views, functions and policies that are open"
          + " to whom they should not be, or slow.",
      "Changes nothing, and reads no row. Ends with exit code 16 when there is an error or a"
          + " warning. The rules: docs/security-audit.md."
    })
final class SecurityAuditCommand extends SessionCommand {

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      split = ",",
      description =
          "A schema that an API serves; may be repeated. Without it, those that PostgREST is told"
              + " of in the database, else public.")
  private List<String> schemas = List.of();

  @Option(names = "--sql", description = "Print the statements alone, to read and to run.")
  private boolean sql;

  @Option(names = "--strict", description = "Let notes count too for the exit code.")
  private boolean strict;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Database database = session.database();
    SecurityAuditView view =
        new SecurityAuditView(database.server(), database.audit(schemas), strict);
    return sql ? view.script() : view.outcome();
  }
}
