package io.creatoros.app.cli;

import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.Session;
import picocli.CommandLine.Command;

@Command(
    name = "start",
    description = "Start the embedded server and let it stay; commands then start sooner.")
final class DbStartCommand extends SessionCommand {

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    EmbeddedControl.Status status = session.embedded().start();
    return DbStatusCommand.outcome(status);
  }
}
