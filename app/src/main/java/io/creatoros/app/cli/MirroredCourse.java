package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.query.CourseOverview;
import io.creatoros.core.text.ShellWord;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A course of the mirror.
 *
 * @param summary its files
 * @param overview what its typed rows say
 */
record MirroredCourse(CourseSummary summary, CourseOverview overview) {

  /**
   * The course that a name on the command line stands for.
   *
   * @throws ParameterException if there is none, or it is ambiguous
   * @throws SessionException if the mirror has no typed rows of it
   */
  static MirroredCourse named(String name, Session session, CommandLine line) {
    List<CourseSummary> held = session.mirror().summaries();
    CourseId course =
        new CourseName(name, line)
            .among(
                session,
                held.stream().map(CourseSummary::course).toList(),
                slug ->
                    session.queries().withSlug(slug).stream().map(CourseOverview::course).toList());
    Optional<CourseOverview> overview = session.queries().course(course);
    return held.stream()
        .filter(summary -> summary.course().equals(course))
        .flatMap(summary -> overview.stream().map(rows -> new MirroredCourse(summary, rows)))
        .findFirst()
        .orElseThrow(() -> unread(course));
  }

  private static SessionException unread(CourseId course) {
    return course.isRoot()
        ? new SessionException(
            SessionException.Kind.USAGE,
            "COURSE_NOT_READ",
            "the files that lie beside courses are no course",
            "creatoros courses")
        : new SessionException(
            SessionException.Kind.USAGE,
            "COURSE_NOT_READ",
            "the files of '"
                + course
                + "' in the mirror say nothing of a course, or were not read yet",
            "creatoros sync " + ShellWord.of(course.path()));
  }

  CourseId course() {
    return summary.course();
  }
}
