package io.creatoros.app.cli;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.OpenPath;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.VerifiedAt;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows where courses stand. */
final class StatusView {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final Standing standing;
  private final SyncReport report;
  private final SortedMap<CourseId, FolderScan> scans;
  private final VerificationLog log;
  private final boolean files;
  private final boolean ignored;

  StatusView(
      Standing standing,
      SortedMap<CourseId, FolderScan> scans,
      VerificationLog log,
      boolean files,
      boolean ignored) {
    this.standing = standing;
    this.report = standing.report();
    this.scans = scans;
    this.log = log;
    this.files = files;
    this.ignored = ignored;
  }

  Outcome outcome() {
    ExitCode code = ExitCode.first(SyncView.codes(report));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("verdict", report.isEqual() ? "EQUAL" : "NOT_EQUAL");
    data.put("courses", report.courses().stream().map(this::json).toList());
    data.put("dbPersist", standing.persisting());
    data.put("unsent", standing.unsent());
    if (ignored) {
      data.put("ignored", excluded());
    }
    data.put("elsewhere", report.elsewhere());
    data.put("next", NextStep.of(report, code));
    return new Outcome(code, data, lines(code), List.of());
  }

  private Map<String, Object> json(CourseReport course) {
    Map<String, Object> json = CourseJson.of(course);
    json.put("verified", log.last(course.course()).map(StatusView::json));
    if (files) {
      json.put(
          "paths",
          paths(course).entrySet().stream()
              .map(
                  path ->
                      CourseJson.row(
                          "path", path.getKey(), "symbol", path.getValue().verdict().symbol()))
              .toList());
    }
    return json;
  }

  /** When a course was verified, as JSON. */
  static Map<String, Object> json(VerifiedAt verified) {
    return CourseJson.row(
        "at", verified.at(), "verdict", verified.verdict(), "revision", verified.revision());
  }

  private List<String> lines(ExitCode code) {
    List<String> lines = new ArrayList<>(table().lines());
    report.courses().forEach(course -> notes(course, lines));
    lines.addAll(SyncView.failures(report));
    lines.addAll(Elsewhere.lines(report.elsewhere()));
    if (files) {
      report.courses().forEach(course -> paths(course, lines));
    }
    if (ignored) {
      excluded(lines);
    }
    standing.databaseOff().ifPresent(lines::add);
    String next = NextStep.of(report, code);
    if (!next.isEmpty()) {
      lines.add("");
      lines.add("next: " + next);
    }
    return lines;
  }

  private Table table() {
    Table table = new Table("COURSE", "FILES", "STATE", "LAST VERIFIED");
    report
        .courses()
        .forEach(
            course ->
                table.row(
                    course.course(), course.files(), state(course), verified(course.course())));
    if (report.courses().isEmpty()) {
      scans.forEach(
          (course, scan) ->
              table.row(
                  course, scan.manifest().entries().size(), "not mirrored", verified(course)));
    }
    return table;
  }

  private String verified(CourseId course) {
    return log.last(course).map(StatusView::shown).orElse("never");
  }

  /** When a course was verified, for people. */
  static String shown(VerifiedAt verified) {
    return MINUTE.format(verified.at()) + " " + verified.verdict();
  }

  /** The state in words. */
  static String state(CourseReport course) {
    if (course.firstContact().isPresent()) {
      return "first contact: in the mirror from " + course.firstContact().get().origin();
    }
    List<String> parts = new ArrayList<>();
    part(parts, course.count(Verdict.OWED), "owed");
    part(parts, course.count(Verdict.OWED_DELETE), "to delete");
    part(parts, course.count(Verdict.REMOTE_AHEAD), "ahead in the mirror");
    part(parts, course.count(Verdict.CONFLICT), "in conflict");
    part(parts, course.unknown(), "unknown");
    part(parts, course.refused().size(), "typed rows refused");
    course.rowsOwed().ifPresent(reason -> parts.add("tables owed"));
    if (course.guard().isPresent()) {
      parts.add("stopped by a guard");
    }
    course.failure().ifPresent(failure -> parts.add("failed: " + failure.code()));
    if (parts.isEmpty()) {
      parts.add("equal");
    }
    if (course.unstored() > 0) {
      parts.add(course.unstored() + " unstored");
    }
    if (course.revision() == 0 && course.failure().isEmpty()) {
      parts.add("not in the mirror yet");
    }
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, int count, String label) {
    if (count > 0) {
      parts.add(count + " " + label);
    }
  }

  private void notes(CourseReport course, List<String> lines) {
    if (!files && course.isEqual() && course.edits().isEmpty()) {
      return;
    }
    SyncView.notes(course).stream().filter(note -> !isPath(note)).forEach(lines::add);
  }

  private static boolean isPath(String note) {
    return note.startsWith("…") || (note.length() > 1 && note.charAt(1) == ' ');
  }

  private void paths(CourseReport course, List<String> lines) {
    lines.add("");
    lines.add(course.course() + ":");
    paths(course)
        .forEach(
            (path, open) ->
                lines.add(
                    "  "
                        + open.verdict().symbol()
                        + " "
                        + path
                        + (open.reason().isEmpty() ? "" : "  (" + open.reason() + ")")));
    course
        .unseen()
        .forEach((path, reason) -> lines.add("  " + SyncView.unseen(course, path, reason)));
  }

  private SortedMap<ArtifactPath, OpenPath> paths(CourseReport course) {
    SortedMap<ArtifactPath, OpenPath> all = new TreeMap<>();
    if (course.firstContact().isEmpty() && course.failure().isEmpty()) {
      Optional.ofNullable(scans.get(course.course()))
          .ifPresent(
              scan ->
                  scan.manifest()
                      .entries()
                      .keySet()
                      .forEach(path -> all.put(path, new OpenPath(Verdict.EQUAL, ""))));
    }
    all.putAll(course.open());
    return all;
  }

  private void excluded(List<String> lines) {
    lines.add("");
    lines.add("Left out:");
    Table table = new Table("  PATH", "REASON", "RULE");
    excluded()
        .forEach(row -> table.row("  " + row.get("path"), row.get("reason"), row.get("rule")));
    lines.addAll(table.isEmpty() ? List.of("  nothing") : table.lines());
  }

  private List<Map<String, Object>> excluded() {
    return scans.entrySet().stream()
        .flatMap(
            course ->
                course.getValue().excluded().stream()
                    .map(
                        excluded ->
                            CourseJson.row(
                                "path", path(course.getKey(), excluded.path()),
                                "reason", excluded.reason(),
                                "rule", excluded.rule())))
        .toList();
  }

  private static String path(CourseId course, String path) {
    return course.isRoot() ? path : course + "/" + path;
  }
}
