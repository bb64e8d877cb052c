package io.creatoros.app.cli;

import io.creatoros.app.session.EmbeddedControl;
import io.creatoros.app.session.Session;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Tell what is known of the embedded server.")
final class DbStatusCommand extends SessionCommand {

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    return outcome(session.embedded().status());
  }

  static Outcome outcome(EmbeddedControl.Status status) {
    boolean runs = status.pid().isPresent();
    String state =
        runs
            ? "running, process "
                + status.pid().getAsLong()
                + (status.port().isPresent() ? ", port " + status.port().getAsInt() : "")
                + (status.kept() ? ", stays until db stop" : ", stops with the last command")
            : "not running; commands that need it start it";
    return Outcome.done(
        CourseJson.row(
            "running",
            runs,
            "kept",
            status.kept(),
            "pid",
            runs ? Optional.of(status.pid().getAsLong()) : Optional.empty(),
            "port",
            status.port().isPresent() ? Optional.of(status.port().getAsInt()) : Optional.empty(),
            "home",
            status.home(),
            "log",
            status.log()),
        List.of(state, "home " + status.home(), "log  " + status.log()));
  }
}
