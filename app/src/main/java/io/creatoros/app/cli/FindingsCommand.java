package io.creatoros.app.cli;

import io.creatoros.app.session.Session;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.finding.CourseFinding;
import io.creatoros.core.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "findings",
    description = {
      "Say what the files of courses leave open or get wrong, and what to do about it.",
      "Reads the folders alone; no database is needed."
    })
final class FindingsCommand extends SessionCommand {

  @Parameters(
      paramLabel = "COURSE",
      arity = "0..*",
      description = "Folders, paths in them, or slugs; all courses if none is named.")
  private List<String> names = List.of();

  @Option(
      names = "--severity",
      paramLabel = "LEAST",
      description =
          "Leave out what matters less than: error, warning or info (default: ${DEFAULT-VALUE}).",
      defaultValue = "info")
  private Severity least = Severity.INFO;

  @Option(names = "--strict", description = "End with exit code 16 when there are errors.")
  private boolean strict;

  @Override
  List<Path> hints() {
    return names.stream().map(Path::of).toList();
  }

  @Override
  Outcome run(Session session, CreatorOsCommand global) {
    FolderRows rows = new FolderRows(session);
    SortedMap<CourseId, List<CourseFinding>> findings = new TreeMap<>();
    for (CourseId course : chosen(session, rows)) {
      findings.put(
          course,
          rows.of(course).findings().stream()
              .filter(finding -> finding.severity().compareTo(least) <= 0)
              .toList());
    }
    return new FindingsView(findings, strict).outcome();
  }

  private TreeSet<CourseId> chosen(Session session, FolderRows rows) {
    TreeSet<CourseId> chosen = new TreeSet<>();
    for (String name : names) {
      List<CourseId> within = rows.within(session.course(name));
      if (within.isEmpty()) {
        chosen.add(
            new CourseName(name, spec().commandLine())
                .among(session, rows.courses(), rows::withSlug));
      }
      chosen.addAll(within);
    }
    return names.isEmpty() ? new TreeSet<>(rows.courses()) : chosen;
  }
}
