package io.creatoros.app.cli;

import io.creatoros.app.config.TextFile;
import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = {
      "Write everything that was understood of a course, texts included, as one JSON object.",
      "With --json it is the field export of the usual object."
    })
final class ExportCommand extends SessionCommand {

  @Parameters(
      paramLabel = "COURSE",
      description = "Its folder, a path in it, or the slug that it declares.")
  private String course = "";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write it into this file, which is replaced, instead of printing it.")
  private Optional<Path> output = Optional.empty();

  @Override
  List<Path> hints() {
    return List.of(Path.of(course));
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    CourseId found = MirroredCourse.named(course, session, spec().commandLine()).course();
    String json = session.queries().export(found).orElse("{}");
    if (output.isEmpty()) {
      return Outcome.done(
          CourseJson.row("course", found, "export", new Json.Raw(json)), json.lines().toList());
    }
    TextFile.replace(global.file(output.get()), json + "\n");
    long bytes = json.getBytes(StandardCharsets.UTF_8).length + 1;
    return Outcome.done(
        CourseJson.row("course", found, "file", output.get(), "bytes", bytes),
        List.of("wrote " + output.get() + ", " + Text.size(bytes)));
  }
}
