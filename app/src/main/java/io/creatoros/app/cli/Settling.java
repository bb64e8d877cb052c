package io.creatoros.app.cli;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.SyncReport;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells courses that somebody seems to write to just now: files changed while they were read. The
 * second time in a row it is something else.
 */
final class Settling {

  private final Set<CourseId> before = new HashSet<>();

  /** The courses of a run of which this is seen for the first time. */
  Set<CourseId> of(SyncReport report) {
    Set<CourseId> open =
        report.courses().stream()
            .filter(Settling::mayBeWritten)
            .map(CourseReport::course)
            .collect(Collectors.toSet());
    Set<CourseId> first = new HashSet<>(open);
    first.removeAll(before);
    report.courses().forEach(course -> before.remove(course.course()));
    before.addAll(open);
    return first;
  }

  private static boolean mayBeWritten(CourseReport course) {
    return !course.isEqual()
        && course.count(Verdict.UNKNOWN) == course.open().size()
        && course.unseen().isEmpty()
        && course.refused().isEmpty()
        && course.failure().isEmpty()
        && course.guard().isEmpty()
        && course.firstContact().isEmpty();
  }
}
