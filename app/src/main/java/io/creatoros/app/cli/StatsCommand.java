package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
    name = "stats",
    description = "Show the project in figures: scores, checks, personas, planned and written.")
final class StatsCommand extends SessionCommand {

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    return new StatsView(session.queries().stats(), written(session)).outcome();
  }

  /** How many lessons the folders hold; empty without a workspace. */
  private static Optional<Long> written(Session session) {
    return session.hasWorkspace() ? Optional.of(count(session.folders())) : Optional.empty();
  }

  private static long count(CourseFolders folders) {
    long lessons = 0;
    for (CourseId course : folders.courses()) {
      lessons +=
          folders.scan(course, Evidence.RECORDED).manifest().entries().keySet().stream()
              .filter(path -> ArtifactKind.of(path) == ArtifactKind.LESSON)
              .count();
    }
    return lessons;
  }
}
