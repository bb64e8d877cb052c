package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.query.CourseQueries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "courses",
    description = "List the courses that the mirror holds, with their lessons and scores.",
    subcommands = {CoursesMoveCommand.class, CoursesSplitCommand.class, CoursesJoinCommand.class},
    footer = {
      "",
      "PASSED, WARNING, FAILED and UNSCORED count lessons.",
      "A folder with nothing of a course in it, such as a README alone, shows -;"
          + " so does a course of which nothing was read yet, until the next sync."
    })
final class CoursesCommand extends SessionCommand {

  @Option(
      names = "--persona",
      paramLabel = "P",
      description = "Only courses written with this persona.")
  private Optional<String> persona = Optional.empty();

  @Option(
      names = "--keyword",
      paramLabel = "K",
      description = "Only courses that have this keyword.")
  private Optional<String> keyword = Optional.empty();

  @Option(names = "--slug", paramLabel = "S", description = "Only courses that declare this slug.")
  private Optional<String> slug = Optional.empty();

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    CourseQueries queries = session.queries();
    Map<CourseId, CourseOverview> overviews = byCourse(queries.courses());
    List<CourseSummary> courses =
        session.mirror().summaries().stream()
            .filter(course -> matches(course.course(), persona, queries::withPersona))
            .filter(course -> matches(course.course(), keyword, queries::withKeyword))
            .filter(course -> matches(course.course(), slug, queries::withSlug))
            .toList();
    return new CoursesView(session.configuration().config().project(), courses, overviews)
        .outcome();
  }

  private static Map<CourseId, CourseOverview> byCourse(Collection<CourseOverview> courses) {
    return courses.stream().collect(Collectors.toMap(CourseOverview::course, Function.identity()));
  }

  private static boolean matches(
      CourseId course, Optional<String> wanted, Function<String, List<CourseOverview>> find) {
    return wanted
        .map(text -> find.apply(text).stream().anyMatch(found -> found.course().equals(course)))
        .orElse(true);
  }
}
