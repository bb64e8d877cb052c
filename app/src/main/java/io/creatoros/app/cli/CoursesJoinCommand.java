package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "join",
    description = {
      "Say that a folder is one course, with everything in it, though courses were seen in it.",
      "Writes fixed-courses in creatoros.yaml; the next sync moves the files in the mirror."
    })
final class CoursesJoinCommand extends SessionCommand {

  @Parameters(paramLabel = "FOLDER", description = "The folder that is one course.")
  private String folder = "";

  @Option(names = "--dry-run", description = "Only show what would change.")
  private boolean dryRun;

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Boundaries boundaries = new Boundaries(session);
    CourseId course = session.course(folder);
    List<CourseId> courses = session.folders().courses();
    boundaries.coursesIn(course, spec().commandLine());
    if (courses.contains(course) && courses.stream().noneMatch(other -> inside(other, course))) {
      throw new ParameterException(spec().commandLine(), "'" + course + "' is one course already");
    }
    return boundaries.change(course, List.of(course), dryRun, course + " is one course now");
  }

  private static boolean inside(CourseId other, CourseId course) {
    return other.isWithin(course) && !other.equals(course);
  }
}
