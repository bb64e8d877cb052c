package io.creatoros.app.cli;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.finding.Severity;
import io.creatoros.core.text.ShellWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows findings by course and file; those of a course as a whole come first. */
final class FindingsView {

  private static final Comparator<CourseFinding> ORDER =
      Comparator.comparingInt(finding -> finding.line().orElse(0));

  private final SortedMap<CourseId, List<CourseFinding>> findings;
  private final boolean strict;

  /**
   * A view.
   *
   * @param findings the findings of each course that was looked at
   * @param strict whether errors end the command with a code of its own
   */
  FindingsView(SortedMap<CourseId, List<CourseFinding>> findings, boolean strict) {
    this.findings = findings;
    this.strict = strict;
  }

  Outcome outcome() {
    ExitCode code = strict && count(Severity.ERROR) > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    Map<String, Object> data =
        CourseJson.row(
            "errors", count(Severity.ERROR),
            "warnings", count(Severity.WARNING),
            "notes", count(Severity.INFO),
            "courses", findings.entrySet().stream().map(FindingsView::json).toList(),
            "next", next());
    return new Outcome(code, data, lines(), List.of());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    findings.forEach(
        (course, found) -> {
          if (!found.isEmpty()) {
            lines.add(course + ": " + summary(found));
            byFile(found).forEach((file, of) -> lines(file, of, lines));
            lines.add("");
          }
        });
    List<CourseFinding> all = findings.values().stream().flatMap(List::stream).toList();
    lines.add(Text.count(findings.size(), "course") + ": " + summary(all));
    if (!next().isEmpty()) {
      lines.add("next: " + next());
    }
    return lines;
  }

  /** The command that explains what findings only count; empty if there is no such finding. */
  private String next() {
    return findings.entrySet().stream()
        .filter(course -> course.getValue().stream().anyMatch(FindingsView::countsLessons))
        .findFirst()
        .map(course -> "creatoros lessons " + ShellWord.of(course.getKey().path()))
        .map(command -> command + " --status failed")
        .orElse("");
  }

  private static boolean countsLessons(CourseFinding finding) {
    return finding.code() == FindingCode.LESSONS_INCOMPLETE;
  }

  private static void lines(String file, List<CourseFinding> findings, List<String> lines) {
    lines.add("  " + (file.isEmpty() ? "the course as a whole" : file));
    findings.stream()
        .sorted(ORDER)
        .forEach(
            finding -> {
              lines.add(
                  "    "
                      + label(finding.severity())
                      + "  "
                      + (finding.line().isPresent()
                          ? "line " + finding.line().getAsInt() + ": "
                          : "")
                      + finding.message());
              if (!finding.remedy().isEmpty()) {
                lines.add("             → " + finding.remedy());
              }
            });
  }

  private static String label(Severity severity) {
    return switch (severity) {
      case ERROR -> "error  ";
      case WARNING -> "warning";
      case INFO -> "note   ";
    };
  }

  private static SortedMap<String, List<CourseFinding>> byFile(List<CourseFinding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(CourseFinding::path, TreeMap::new, Collectors.toList()));
  }

  private long count(Severity severity) {
    return findings.values().stream().mapToLong(found -> count(found, severity)).sum();
  }

  private static long count(List<CourseFinding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static String summary(List<CourseFinding> findings) {
    List<String> parts = new ArrayList<>();
    part(parts, count(findings, Severity.ERROR), "error");
    part(parts, count(findings, Severity.WARNING), "warning");
    part(parts, count(findings, Severity.INFO), "note");
    return parts.isEmpty() ? "nothing found" : String.join(", ", parts);
  }

  private static void part(List<String> parts, long count, String noun) {
    if (count > 0) {
      parts.add(Text.count(count, noun));
    }
  }

  private static Map<String, Object> json(Map.Entry<CourseId, List<CourseFinding>> course) {
    return CourseJson.row(
        "course",
        course.getKey(),
        "findings",
        byFile(course.getValue()).values().stream()
            .flatMap(found -> found.stream().sorted(ORDER))
            .map(FindingsView::json)
            .toList());
  }

  private static Map<String, Object> json(CourseFinding finding) {
    return CourseJson.row(
        "code", finding.code(),
        "severity", finding.severity().name().toLowerCase(Locale.ROOT),
        "path", finding.path(),
        "line", finding.line(),
        "message", finding.message(),
        "remedy", finding.remedy());
  }
}
