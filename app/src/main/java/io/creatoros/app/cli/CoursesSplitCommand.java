package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "split",
    description = {
      "Say that a folder that was taken for one course holds several.",
      "Writes fixed-courses in creatoros.yaml; the next sync moves the files in the mirror."
    })
final class CoursesSplitCommand extends SessionCommand {

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds courses.")
  private String folder = "";

  @Option(
      names = "--into",
      paramLabel = "NAME",
      arity = "1..*",
      description =
          "Folders in it that are the courses; without it, those that look like one. What lies"
              + " beside them stays with the folder.")
  private List<String> into = List.of();

  @Option(names = "--dry-run", description = "Only show what would change.")
  private boolean dryRun;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Boundaries boundaries = new Boundaries(session);
    CourseId course = session.course(folder);
    List<CourseId> found = boundaries.coursesIn(course, spec().commandLine());
    List<CourseId> parts =
        into.isEmpty()
            ? found
            : into.stream().map(name -> new CourseId(course + "/" + name)).toList();
    if (parts.isEmpty()) {
      throw new ParameterException(
          spec().commandLine(),
          "No folder in '" + course + "' looks like a course; name them with --into");
    }
    parts.forEach(part -> boundaries.coursesIn(part, spec().commandLine()));
    return boundaries.change(
        course, parts, dryRun, course + " holds " + Text.count(parts.size(), "course") + " now");
  }
}
