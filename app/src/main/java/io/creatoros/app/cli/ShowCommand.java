package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Show one course: what it declares, its modules, its scores and what is open.")
final class ShowCommand extends SessionCommand {

  @Parameters(
      paramLabel = "COURSE",
      description = "Its folder, a path in it, or the slug that it declares.")
  private String course = "";

  @Override
  List<Path> hints() {
    return List.of(Path.of(course));
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    MirroredCourse found = MirroredCourse.named(course, session, spec().commandLine());
    return new ShowView(
            found, session.queries().lessons(found.course()), session.lastVerified(found.course()))
        .outcome();
  }
}
