package io.creatoros.app.cli;

import io.creatoros.app.config.Setting;
import io.creatoros.app.session.Database;
import io.creatoros.app.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "psql",
    description = "Run the system's psql on the database; without one, print the URL.")
final class DbPsqlCommand extends SessionCommand {

  @Parameters(
      paramLabel = "ARG",
      arity = "0..*",
      description = "Arguments for psql, after --: creatoros db psql -- -c 'select 1'.")
  private List<String> arguments = List.of();

  @Override
  Outcome run(Session session, CreatorOsCommand global) throws InterruptedException {
    Database database = session.database();
    List<String> command = new ArrayList<>(List.of("psql"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().keySet().removeAll(Setting.secretVariables());
    builder.environment().putAll(database.clientVariables());
    global.console().out().flush();
    int ended;
    try {
      ended = builder.start().waitFor();
    } catch (IOException e) {
      return withoutClient(database);
    }
    Map<String, Object> data = CourseJson.row("psql", ended);
    return ended == 0
        ? Outcome.done(data, List.of())
        : new Outcome(
            ExitCode.UNEXPECTED, data, List.of(), List.of("psql ended with exit code " + ended));
  }

  private static Outcome withoutClient(Database database) {
    String url = database.url(false);
    return new Outcome(
        ExitCode.CONFIGURATION,
        CourseJson.row("url", url),
        List.of(url),
        List.of(
            "psql is not on the PATH; install it (Debian: apt-get install postgresql-client), or"
                + " use: creatoros db query SQL"));
  }
}
