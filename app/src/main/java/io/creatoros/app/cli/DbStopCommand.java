package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "stop",
    description = "Stop the embedded server, or let the last command that uses it do so.")
final class DbStopCommand extends SessionCommand {

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    boolean stopped = session.embedded().stop();
    String line = stopped ? "stopped" : "in use; the last command that uses it will stop it";
    return Outcome.done(CourseJson.row("stopped", stopped), List.of(line));
  }
}
