package io.creatoros.app.cli;

import io.creatoros.core.pull.CoursePull;
import io.creatoros.core.pull.PullReport;
import io.creatoros.core.pull.PulledPath;
import io.creatoros.core.sync.ArtifactRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows what a pull did and what remains. */
final class PullView {

  private PullView() {}

  static Outcome of(PullReport report) {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    report.courses().forEach(course -> codes.addAll(codes(course)));
    ExitCode code = ExitCode.first(codes);
    String next = next(code);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("verdict", report.isEqual() ? "EQUAL" : "NOT_EQUAL");
    data.put("courses", report.courses().stream().map(PullView::json).toList());
    data.put("next", next);
    return new Outcome(code, data, lines(report, next), List.of());
  }

  private static Set<ExitCode> codes(CoursePull course) {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    course.failure().ifPresent(failure -> codes.add(Failure.exit(failure)));
    course.guard().ifPresent(stop -> codes.add(ExitCode.GUARDED));
    if (course.firstContact()) {
      codes.add(ExitCode.CONFLICT);
    }
    course.paths().values().forEach(path -> codes.add(code(path)));
    return codes;
  }

  private static ExitCode code(PulledPath path) {
    return switch (path.outcome()) {
      case TAKEN, DELETED -> ExitCode.DONE;
      case KEPT -> ExitCode.OWED;
      case CONFLICT -> ExitCode.CONFLICT;
      case UNAVAILABLE -> ExitCode.DIFFERENT;
      case WITHHELD -> ExitCode.GUARDED;
      case UNKNOWN -> ExitCode.INCONCLUSIVE;
      case FAILED -> ExitCode.REJECTED;
    };
  }

  private static String next(ExitCode code) {
    return switch (code) {
      case DONE -> "";
      case OWED -> "creatoros sync";
      case CONFLICT -> "creatoros sync --ours FILE, or --theirs FILE, for each path marked !";
      case GUARDED -> "creatoros pull --allow-deletes, if the files are to be deleted";
      default -> "creatoros status --files";
    };
  }

  private static List<String> lines(PullReport report, String next) {
    List<String> lines = new ArrayList<>();
    Table table = new Table("COURSE", "REVISION", "EQUAL", "TAKEN", "DELETED", "LEFT", "BYTES");
    for (CoursePull course : report.courses()) {
      int taken = course.with(io.creatoros.core.pull.Outcome.TAKEN).size();
      int deleted = course.with(io.creatoros.core.pull.Outcome.DELETED).size();
      table.row(
          course.course(),
          course.revision(),
          course.equal(),
          taken,
          deleted,
          course.paths().size() - taken - deleted,
          course.bytes());
    }
    lines.addAll(table.lines());
    report.courses().forEach(course -> notes(course, lines));
    lines.add("");
    int equal = report.courses().stream().mapToInt(CoursePull::equal).sum();
    lines.add(
        (report.isEqual() ? "EQUAL: " : "NOT EQUAL: ")
            + Text.count(report.courses().size(), "course")
            + ", "
            + Text.count(equal, "equal file"));
    if (!next.isEmpty()) {
      lines.add("next: " + next);
    }
    return lines;
  }

  private static void notes(CoursePull course, List<String> lines) {
    String name = course.course() + ": ";
    if (course.restored()) {
      lines.add(name + "the mirror is older than what it had acknowledged; it was restored");
    }
    if (course.firstContact()) {
      lines.add(
          name + "first contact: files here are not in the mirror; --join takes both for one");
    }
    course.guard().ifPresent(stop -> lines.add(name + stop.code() + ": " + stop.reason()));
    course.failure().ifPresent(e -> lines.add(name + e.code() + ": " + e.getMessage()));
    for (PulledPath path : course.paths().values()) {
      boolean plain = code(path) == ExitCode.DONE;
      if (!plain || path.keptAt().isPresent()) {
        lines.add(
            symbol(path)
                + " "
                + new ArtifactRef(course.course(), path.path())
                + (path.reason().isEmpty() ? "" : "  (" + path.reason() + ")")
                + path.keptAt().map(kept -> "  kept " + kept).orElse(""));
      }
    }
  }

  private static String symbol(PulledPath path) {
    return switch (path.outcome()) {
      case TAKEN, DELETED -> "=";
      case KEPT -> "+";
      case CONFLICT -> "!";
      case UNAVAILABLE, WITHHELD -> "<";
      case UNKNOWN, FAILED -> "?";
    };
  }

  private static Map<String, Object> json(CoursePull course) {
    return CourseJson.row(
        "course", course.course(),
        "equal", course.isEqual(),
        "revision", course.revision(),
        "files", course.equal(),
        "bytes", course.bytes(),
        "firstContact", course.firstContact(),
        "restored", course.restored(),
        "guard", course.guard().map(CourseJson::of),
        "failure", course.failure().map(CourseJson::of),
        "paths",
            course.paths().values().stream()
                .map(
                    path ->
                        CourseJson.row(
                            "path", path.path(),
                            "outcome", path.outcome(),
                            "keptAt", path.keptAt(),
                            "code", path.code(),
                            "reason", path.reason()))
                .toList());
  }
}
