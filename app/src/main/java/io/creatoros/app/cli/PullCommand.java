package io.creatoros.app.cli;

import io.creatoros.app.config.AppConfig;
import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.pull.PullOptions;
import io.creatoros.core.pull.PullSettings;
import io.creatoros.core.pull.Puller;
import io.creatoros.core.sync.Homes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "pull",
    description = {
      "Write what the mirror stores back as files.",
      "An edit that was not synchronised stays; what is replaced is kept aside."
    })
final class PullCommand extends SessionCommand {

  @Parameters(
      paramLabel = "COURSE",
      arity = "0..*",
      description = "Courses of the mirror, or folders of them.")
  private List<String> courses = List.of();

  @Option(names = "--all", description = "Pull every course of the project.")
  private boolean all;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Write below this folder, which becomes a workspace.")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = "--join",
      description = "Take courses here and in the mirror for one, though they never met.")
  private boolean join;

  @Option(
      names = "--allow-deletes",
      description = "Delete even all files of a course, or a large part of it.")
  private boolean allowDeletes;

  @Override
  Optional<Path> target() {
    return to;
  }

  @Override
  boolean creates() {
    return true;
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    if (all == !courses.isEmpty()) {
      throw new ParameterException(
          spec().commandLine(), "Name courses, or --all; see them with: creatoros courses");
    }
    Homes homes = session.homes();
    AppConfig config = session.configuration().config();
    Puller puller =
        new Puller(
            homes.folders(),
            homes.mirror(),
            homes.bases(),
            homes.lanes(),
            new PullSettings(config.sizeLimit(), config.lockWait()));
    Progress progress = new Progress(global.console());
    Outcome outcome =
        PullView.of(
            puller.pull(
                chosen(session, puller.courses()), new PullOptions(allowDeletes, join), progress));
    progress.clear();
    return outcome;
  }

  private TreeSet<CourseId> chosen(Session session, List<CourseId> held) {
    TreeSet<CourseId> chosen = new TreeSet<>(all ? held : List.of());
    for (String name : courses) {
      CourseId scope = session.course(name);
      List<CourseId> found = held.stream().filter(course -> course.isWithin(scope)).toList();
      if (found.isEmpty()) {
        throw new ParameterException(
            spec().commandLine(),
            "The mirror holds no course '" + name + "'; see them with: creatoros courses");
      }
      chosen.addAll(found);
    }
    return chosen;
  }
}
