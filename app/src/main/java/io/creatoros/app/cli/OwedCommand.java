package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "owed",
    description = {
      "List the files that wait for the mirror, course by course, and why; writes nothing.",
      "When the mirror cannot be asked, what it acknowledged last is compared with the folders."
    },
    footer = {
      "",
      "Ends as status does, but for what only the mirror has: that is no debt.",
      "Verdicts: + owed, - delete owed, ! conflict, ? unknown."
    })
final class OwedCommand extends SessionCommand {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Folders of courses, or courses; the whole workspace if none is named.")
  private List<Path> paths = List.of();

  @Override
  List<Path> paths() {
    return paths;
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    return new OwedView(Standing.of(session)).outcome();
  }
}
