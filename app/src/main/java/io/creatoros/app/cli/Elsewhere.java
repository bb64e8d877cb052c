package io.creatoros.app.cli;

import io.creatoros.core.course.CourseId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of courses that only the mirror holds: those of other workspaces, or of teammates. */
final class Elsewhere {

  private static final int SHOWN = 3;

  private Elsewhere() {}

  static List<String> lines(Collection<CourseId> courses) {
    if (courses.isEmpty()) {
      return List.of();
    }
    String names =
        courses.stream().limit(SHOWN).map(CourseId::path).collect(Collectors.joining(", "));
    return List.of(
        Text.count(courses.size(), "course")
            + " more in the mirror, not in this workspace: "
            + names
            + (courses.size() > SHOWN ? ", …" : "")
            + "  (creatoros pull --all takes them)");
  }
}
