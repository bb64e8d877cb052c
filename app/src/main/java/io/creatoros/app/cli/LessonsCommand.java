package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.query.LessonOverview;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "lessons",
    description = "List the lessons of a course with their scores.",
    footer = {"", "Scores go from 0 to 1. A lesson that was not scored shows -; it did not fail."})
final class LessonsCommand extends SessionCommand {

  @Parameters(
      paramLabel = "COURSE",
      description = "Its folder, a path in it, or the slug that it declares.")
  private String course = "";

  @Option(
      names = "--below",
      paramLabel = "SCORE",
      description =
          "Only lessons of which the GPS or the Didática score, or both, is below this, such as"
              + " 0.7.")
  private Optional<Share> below = Optional.empty();

  @Option(
      names = "--sort",
      paramLabel = "BY",
      description =
          "Sort by gps, didatica or words, lowest first and unscored last, or by order, in which"
              + " they are taught (default: ${DEFAULT-VALUE}).",
      defaultValue = "order")
  private LessonSort sort = LessonSort.ORDER;

  @Option(
      names = "--status",
      paramLabel = "CHECKED",
      description = "Only lessons that are: passed, warning, failed or unscored; says why.")
  private Optional<String> status = Optional.empty();

  @Option(names = "--why", description = "Say below each lesson what was found wanting.")
  private boolean why;

  @Override
  List<Path> hints() {
    return List.of(Path.of(course));
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    Optional<String> wanted = status.map(this::known);
    CourseId found = MirroredCourse.named(course, session, spec().commandLine()).course();
    List<LessonOverview> all = session.queries().lessons(found);
    List<LessonOverview> chosen =
        all.stream()
            .filter(lesson -> below.isEmpty() || isBelow(lesson, below.get().value()))
            .filter(lesson -> wanted.isEmpty() || checked(lesson).equals(wanted.get()))
            .sorted(sort.order())
            .toList();
    return new LessonsView(found, all.size(), chosen, why || status.isPresent()).outcome();
  }

  private String known(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!List.of("passed", "warning", "failed", LessonsView.UNSCORED).contains(lower)) {
      throw new ParameterException(
          spec().commandLine(),
          "'" + text + "' is none of passed, warning, failed, " + LessonsView.UNSCORED);
    }
    return lower;
  }

  private static boolean isBelow(LessonOverview lesson, BigDecimal limit) {
    return lesson.gps().filter(score -> score.compareTo(limit) < 0).isPresent()
        || lesson.didatica().filter(score -> score.compareTo(limit) < 0).isPresent();
  }

  private static String checked(LessonOverview lesson) {
    return lesson.validation().orElse(LessonsView.UNSCORED);
  }
}
