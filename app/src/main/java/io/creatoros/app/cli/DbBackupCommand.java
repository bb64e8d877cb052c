package io.creatoros.app.cli;

import io.creatoros.app.session.Database;
import io.creatoros.app.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = "Write the whole mirror, all projects, at one instant into one file.")
final class DbBackupCommand extends SessionCommand {

  @Parameters(paramLabel = "FILE", description = "The file to write; it is replaced at the end.")
  private Path file = Path.of("");

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Database.Copied copied = session.database().backup(global.file(file));
    return outcome("backed up", file, copied);
  }

  static Outcome outcome(String done, Path file, Database.Copied copied) {
    List<String> lines = new ArrayList<>();
    Table table = new Table("TABLE", "ROWS");
    copied.rows().forEach((name, rows) -> table.row(name, rows));
    lines.addAll(table.lines());
    lines.add("");
    lines.add(
        done + " " + file + ", " + Text.size(copied.bytes()) + ", mirror " + copied.identity());
    Map<String, Object> data =
        CourseJson.row(
            "file", file,
            "bytes", copied.bytes(),
            "schemaVersion", copied.version(),
            "mirror", copied.identity(),
            "rows", copied.rows());
    return Outcome.done(data, lines);
  }
}
