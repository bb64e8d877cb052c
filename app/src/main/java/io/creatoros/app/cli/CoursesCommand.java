package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseSummary;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
    name = "courses",
    description = "List the courses that the mirror holds.",
    subcommands = CoursesMoveCommand.class)
final class CoursesCommand extends SessionCommand {

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    List<CourseSummary> courses = session.mirror().summaries();
    Table table = new Table("COURSE", "REVISION", "FILES", "SIZE", "WRITTEN BY");
    courses.forEach(
        course ->
            table.row(
                course.course(),
                course.revision(),
                course.files(),
                Text.size(course.bytes()),
                course.origin()));
    Map<String, Object> data =
        CourseJson.row(
            "project", session.configuration().config().project(),
            "courses", courses.stream().map(CoursesCommand::json).toList());
    return Outcome.done(data, table.lines());
  }

  private static Map<String, Object> json(CourseSummary course) {
    return CourseJson.row(
        "course", course.course(),
        "revision", course.revision(),
        "files", course.files(),
        "bytes", course.bytes(),
        "origin", course.origin());
  }
}
