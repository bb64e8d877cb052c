package io.creatoros.core.projection;

import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that a creator should know about a course. */
final class CourseFindings {

  private CourseFindings() {}

  /** The findings of every file, and those of the files together; ordered by path and line. */
  static List<CourseFinding> of(CourseParts parts, Syllabus syllabus) {
    FindingList found = new FindingList();
    parts.files().forEach(file -> found.add(file.facts().findings()));
    PartFindings.add(parts, syllabus, found);
    PlanFindings.add(parts, syllabus, found);
    LessonFindings.add(parts, syllabus, found);
    names(parts, found);
    return found.ordered();
  }

  private static void names(CourseParts parts, FindingList found) {
    Map<String, CourseFile> seen = new HashMap<>();
    for (CourseFile file : parts.files()) {
      CourseFile other = seen.putIfAbsent(file.path().value().toLowerCase(Locale.ROOT), file);
      if (other != null) {
        found.add(
            FindingCode.NAME_DIFFERS_IN_CASE,
            file.path().value(),
            "differs from " + other.path() + " in upper and lower case only",
            "rename one: Windows and macOS keep only one of the two");
      }
    }
  }
}
