package io.creatoros.app.cli;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.SyncOptions;
import io.creatoros.core.sync.SyncReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what a synchronisation did and what remains. */
final class SyncView {

  /** How many open paths of a course a person is shown. */
  private static final int SHOWN = 20;

  private SyncView() {}

  static Outcome of(SyncReport report, SyncOptions options) {
    ExitCode code = ExitCode.first(codes(report));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("dryRun", options.dryRun());
    data.put("verdict", report.isEqual() ? "EQUAL" : "NOT_EQUAL");
    data.put("courses", report.courses().stream().map(CourseJson::of).toList());
    data.put("elsewhere", report.elsewhere());
    String next = NextStep.of(report, code, options.full());
    data.put("next", next);
    return new Outcome(code, data, lines(report, next), List.of());
  }

  /** Everything that keeps a workspace from being equal, as exit codes. */
  static Set<ExitCode> codes(SyncReport report) {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    if (report.isEmptyHere()) {
      codes.add(ExitCode.GUARDED);
    }
    report.courses().forEach(course -> codes.addAll(codes(course)));
    return codes;
  }

  private static Set<ExitCode> codes(CourseReport course) {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    course.failure().ifPresent(failure -> codes.add(Failure.exit(failure)));
    course.guard().ifPresent(stop -> codes.add(ExitCode.GUARDED));
    course.firstContact().ifPresent(contact -> codes.add(ExitCode.CONFLICT));
    course.open().values().forEach(open -> codes.add(code(open.verdict())));
    course.rowsOwed().ifPresent(reason -> codes.add(ExitCode.OWED));
    if (refuses(course)) {
      codes.add(ExitCode.REJECTED);
    }
    if (!course.unseen().isEmpty()) {
      codes.add(ExitCode.INCONCLUSIVE);
    }
    return codes;
  }

  /** Whether a typed row is refused whose file is not itself open, which would explain it. */
  static boolean refuses(CourseReport course) {
    Set<String> open =
        course.open().keySet().stream().map(ArtifactPath::value).collect(Collectors.toSet());
    return course.refused().stream().anyMatch(row -> !open.contains(row.key().path()));
  }

  private static ExitCode code(Verdict verdict) {
    return switch (verdict) {
      case EQUAL -> ExitCode.DONE;
      case OWED, OWED_DELETE -> ExitCode.OWED;
      case REMOTE_AHEAD -> ExitCode.DIFFERENT;
      case CONFLICT -> ExitCode.CONFLICT;
      case UNKNOWN -> ExitCode.INCONCLUSIVE;
    };
  }

  private static List<String> lines(SyncReport report, String next) {
    List<String> lines = new ArrayList<>();
    if (!report.courses().isEmpty()) {
      lines.addAll(table(report).lines());
    }
    report.courses().forEach(course -> lines.addAll(notes(course)));
    lines.addAll(failures(report));
    lines.addAll(Elsewhere.lines(report.elsewhere()));
    lines.add("");
    lines.add(verdict(report));
    if (!next.isEmpty()) {
      lines.add("next: " + next);
    }
    return lines;
  }

  private static Table table(SyncReport report) {
    Table table =
        new Table("COURSE", "FILES", "WRITTEN", "DELETED", "OWED", "AHEAD", "CONFLICTS", "UNKNOWN");
    for (CourseReport course : report.courses()) {
      table.row(
          course.course(),
          course.files(),
          course.written(),
          course.deleted(),
          course.count(Verdict.OWED) + course.count(Verdict.OWED_DELETE),
          course.count(Verdict.REMOTE_AHEAD),
          course.count(Verdict.CONFLICT),
          course.unknown());
    }
    return table;
  }

  static List<String> notes(CourseReport course) {
    return notes(course, SHOWN);
  }

  /** What there is to say of a course, with so many of its open paths at most. */
  static List<String> notes(CourseReport course, int paths) {
    List<String> notes = new ArrayList<>();
    String name = course.course() + ": ";
    if (course.restored()) {
      notes.add(name + "the mirror is older than what it had acknowledged; it was restored");
    }
    causes(course).forEach(cause -> notes.add(name + cause));
    if (course.projected()) {
      notes.add(name + "its tables were brought up to date");
    }
    course.edits().stream().limit(SHOWN).forEach(edit -> notes.add(name + describe(edit)));
    course.kept().forEach(kept -> notes.add(name + "kept " + kept));
    if (course.unstored() > 0) {
      notes.add(
          name
              + Text.count(course.unstored(), "file")
              + " over the size limit, recorded by hash only");
    }
    course.unseen().forEach((path, reason) -> notes.add(unseen(course, path, reason)));
    if (course.firstContact().isEmpty()) {
      notes.addAll(open(course, paths));
    }
    return notes;
  }

  /** Why more of the course is open than its files tell. */
  static List<String> causes(CourseReport course) {
    List<String> causes = new ArrayList<>();
    course
        .firstContact()
        .ifPresent(
            contact ->
                causes.add(
                    "first contact: the mirror holds this course already, written by \""
                        + contact.origin()
                        + "\"; "
                        + contact.equal()
                        + " of "
                        + contact.here()
                        + " files here equal its "
                        + contact.there()));
    course.guard().ifPresent(stop -> causes.add(stop.code() + ": " + stop.reason()));
    course.rowsOwed().ifPresent(why -> causes.add("its tables are owed: " + why));
    course.refused().stream().limit(SHOWN).forEach(row -> causes.add(describe(row)));
    return causes;
  }

  /** What failed, each failure once, however many courses it stopped. */
  static List<String> failures(SyncReport report) {
    Map<String, List<String>> stopped = new LinkedHashMap<>();
    for (CourseReport course : report.courses()) {
      course
          .failure()
          .ifPresent(
              e ->
                  stopped
                      .computeIfAbsent(
                          e.code() + ": " + e.getMessage(), unused -> new ArrayList<>())
                      .add(course.course().path()));
    }
    return stopped.entrySet().stream()
        .map(
            failure ->
                (failure.getValue().size() == 1
                        ? failure.getValue().get(0)
                        : Text.count(failure.getValue().size(), "course"))
                    + ": "
                    + failure.getKey())
        .toList();
  }

  /** Not a path as others are: it may be a folder, or a name that no path can hold. */
  static String unseen(CourseReport course, String path, String reason) {
    String folder = course.course().isRoot() ? "" : course.course() + "/";
    return "? " + (path.isEmpty() ? course.course().path() : folder + path) + "  (" + reason + ")";
  }

  private static List<String> open(CourseReport course, int paths) {
    List<String> lines = new ArrayList<>();
    course.open().entrySet().stream()
        .limit(paths)
        .forEach(
            open ->
                lines.add(
                    open.getValue().verdict().symbol()
                        + " "
                        + new ArtifactRef(course.course(), open.getKey())
                        + (open.getValue().reason().isEmpty()
                            ? ""
                            : "  (" + open.getValue().reason() + ")")));
    int more = course.open().size() - paths;
    if (more > 0) {
      lines.add("… and " + more + " more: creatoros status --files");
    }
    return lines;
  }

  /** A row that is missing from the tables; its file is stored all the same. */
  private static String describe(RefusedRow row) {
    return "the database refuses what was read: "
        + row.key()
        + ": "
        + row.reason()
        + " ("
        + row.code()
        + ")";
  }

  private static String describe(ForeignEdit edit) {
    return "edited by hand in the mirror: "
        + edit.operation()
        + " "
        + edit.table()
        + edit.path().or(edit::hash).map(what -> " " + what).orElse("")
        + " at "
        + edit.at()
        + " by "
        + edit.by();
  }

  /** The result in one line. */
  static String verdict(SyncReport report) {
    int files = report.courses().stream().mapToInt(CourseReport::files).sum();
    int unstored = report.courses().stream().mapToInt(CourseReport::unstored).sum();
    String scope =
        Text.count(report.courses().size(), "course")
            + ", "
            + Text.count(files, "file")
            + (unstored > 0 ? ", " + unstored + " of them unstored for their size" : "");
    return report.isEqual()
        ? "EQUAL: " + scope
        : "NOT EQUAL: " + remains(report) + " (" + scope + ")";
  }

  private static String remains(SyncReport report) {
    List<String> parts = new ArrayList<>();
    if (report.isEmptyHere()) {
      parts.add("ROOT_EMPTY: there is no course here");
    }
    part(parts, report, "owed", Verdict.OWED, Verdict.OWED_DELETE);
    part(parts, report, "ahead in the mirror", Verdict.REMOTE_AHEAD);
    part(parts, report, "in conflict", Verdict.CONFLICT);
    int unknown = report.courses().stream().mapToInt(CourseReport::unknown).sum();
    if (unknown > 0) {
      parts.add(Text.count(unknown, "path") + " unknown");
    }
    long stopped =
        report.courses().stream()
            .filter(
                course ->
                    course.failure().isPresent()
                        || course.guard().isPresent()
                        || course.firstContact().isPresent())
            .count();
    long refused = report.courses().stream().mapToLong(course -> course.refused().size()).sum();
    if (refused > 0) {
      parts.add(Text.count(refused, "typed row") + " refused");
    }
    long rowsOwed =
        report.courses().stream().filter(course -> course.rowsOwed().isPresent()).count();
    if (rowsOwed > 0) {
      parts.add("the tables of " + Text.count(rowsOwed, "course") + " owed");
    }
    if (stopped > 0) {
      parts.add(Text.count(stopped, "course") + " stopped");
    }
    return String.join(", ", parts);
  }

  private static void part(
      List<String> parts, SyncReport report, String label, Verdict... verdicts) {
    int count = 0;
    for (CourseReport course : report.courses()) {
      for (Verdict verdict : verdicts) {
        count += course.count(verdict);
      }
    }
    if (count > 0) {
      parts.add(Text.count(count, "file") + " " + label);
    }
  }
}
