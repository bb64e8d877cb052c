package io.creatoros.app.cli;

import io.creatoros.app.session.Database;
import io.creatoros.app.session.Session;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = {
      "Read a backup into the mirror; all or nothing.",
      "The mirror is then the one that was backed up: sync sees that it is older."
    })
final class DbRestoreCommand extends SessionCommand {

  @Parameters(paramLabel = "FILE", description = "The file that db backup wrote.")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Drop what the mirror holds now.")
  private boolean replace;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Database.Copied copied = session.database().restore(global.file(file), replace);
    return DbBackupCommand.outcome("restored", file, copied);
  }
}
