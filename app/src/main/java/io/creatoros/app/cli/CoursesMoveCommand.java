package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "move",
    description = {
      "Tell the mirror that a course's folder was renamed from A to B.",
      "The course keeps its row and its history; rename the folder first."
    })
final class CoursesMoveCommand extends SessionCommand {

  @Parameters(index = "0", paramLabel = "A", description = "The course's former path.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "B", description = "Its path now.")
  private String to = "";

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    CourseId before = session.course(from);
    CourseId after = session.course(to);
    session.moveCourse(before, after);
    return Outcome.done(
        CourseJson.row("from", before, "to", after),
        List.of("moved " + before + " to " + after, "next: creatoros sync"));
  }
}
