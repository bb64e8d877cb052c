package io.creatoros.app.cli;

import io.creatoros.app.config.Nearest;
import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseBoundaries;
import io.creatoros.core.course.CourseId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The name of a course on a command line: its folder, a path in it, or the slug that it declares.
 */
final class CourseName {

  private final String name;
  private final CommandLine line;

  CourseName(String name, CommandLine line) {
    this.name = name;
    this.line = line;
  }

  /**
   * The course meant.
   *
   * @param known the courses there are
   * @param bySlug the courses that declare a slug; asked only if no folder has that name
   * @throws ParameterException if none or several are meant
   */
  CourseId among(
      Session session, Collection<CourseId> known, Function<String, List<CourseId>> bySlug) {
    Optional<CourseId> folder = byFolder(session, known);
    if (folder.isPresent()) {
      return folder.get();
    }
    List<CourseId> declaring = bySlug.apply(name);
    if (declaring.size() == 1) {
      return declaring.get(0);
    }
    throw new ParameterException(
        line,
        declaring.isEmpty()
            ? unknown(known)
            : "Several courses call themselves '" + name + "': " + joined(declaring));
  }

  private String unknown(Collection<CourseId> known) {
    List<String> alike = Nearest.alike(name, known.stream().map(CourseId::path).toList());
    return "There is no course '"
        + name
        + "'; "
        + (alike.isEmpty() ? "" : "did you mean '" + String.join("' or '", alike) + "'? ")
        + (alike.isEmpty() ? "see them with: " : "See all with: ")
        + "creatoros courses";
  }

  private Optional<CourseId> byFolder(Session session, Collection<CourseId> known) {
    CourseId named = session.course(name);
    if (known.contains(named)) {
      return Optional.of(named);
    }
    return Optional.of(CourseBoundaries.owner(known, named.path()))
        .filter(owner -> !owner.isRoot());
  }

  private static String joined(List<CourseId> courses) {
    return String.join(", ", courses.stream().map(CourseId::path).toList());
  }
}
