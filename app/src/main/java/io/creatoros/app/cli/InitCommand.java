package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    description = {
      "Make a folder a workspace: the root that holds course folders.",
      "sync and pull do it themselves; nothing is stored in the mirror."
    })
final class InitCommand extends SessionCommand {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The folder; this one if none is named.")
  private Optional<Path> folder = Optional.empty();

  @Override
  Optional<Path> target() {
    return folder.or(() -> Optional.of(Path.of("")));
  }

  @Override
  boolean creates() {
    return true;
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    return Outcome.done(
        CourseJson.row("workspace", session.root()), List.of("workspace " + session.root()));
  }
}
