package io.creatoros.app.cli;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.OpenPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows what waits for the mirror. */
final class OwedView {

  private final Standing standing;

  OwedView(Standing standing) {
    this.standing = standing;
  }

  Outcome outcome() {
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    codes.addAll(SyncView.codes(standing.report()));
    codes.remove(ExitCode.DIFFERENT);
    ExitCode code = ExitCode.first(codes);
    String next = NextStep.of(standing.report(), code);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("owed", owed());
    data.put("mirror", standing.mirrored());
    data.put("dbPersist", standing.persisting());
    data.put("unsent", standing.unsent());
    data.put("courses", waiting().stream().map(OwedView::json).toList());
    data.put("next", next);
    return new Outcome(code, data, lines(next), List.of());
  }

  private int owed() {
    return standing.report().courses().stream().mapToInt(course -> files(course).size()).sum();
  }

  private List<CourseReport> waiting() {
    return standing.report().courses().stream().filter(OwedView::waits).toList();
  }

  private static boolean waits(CourseReport course) {
    return !files(course).isEmpty()
        || !course.unseen().isEmpty()
        || course.rowsOwed().isPresent()
        || !course.refused().isEmpty()
        || course.guard().isPresent()
        || course.firstContact().isPresent();
  }

  /** What only the mirror has is not owed to it. */
  private static SortedMap<ArtifactPath, OpenPath> files(CourseReport course) {
    SortedMap<ArtifactPath, OpenPath> files = new TreeMap<>(course.open());
    files.values().removeIf(open -> open.verdict() == Verdict.REMOTE_AHEAD);
    return files;
  }

  private List<String> lines(String next) {
    List<String> lines = new ArrayList<>();
    waiting().forEach(course -> lines(course, lines));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(verdict());
    failure()
        .ifPresent(
            e -> lines.add("the mirror cannot be asked: " + e.code() + ": " + e.getMessage()));
    standing.databaseOff().ifPresent(lines::add);
    if (!next.isEmpty()) {
      lines.add("next: " + next);
    }
    return lines;
  }

  private static void lines(CourseReport course, List<String> lines) {
    SortedMap<ArtifactPath, OpenPath> files = files(course);
    lines.add(course.course() + ": " + Text.count(files.size(), "file"));
    if (course.firstContact().isEmpty()) {
      files.forEach(
          (path, open) ->
              lines.add("  " + open.verdict().symbol() + " " + path + "  (" + why(open) + ")"));
    }
    course
        .unseen()
        .forEach((path, reason) -> lines.add("  " + SyncView.unseen(course, path, reason)));
    SyncView.causes(course).forEach(cause -> lines.add("  " + cause));
  }

  /** In words; the verdict's sign alone tells little to whoever looks here. */
  private static String why(OpenPath open) {
    String what =
        switch (open.verdict()) {
          case EQUAL -> "equal";
          case OWED -> "not in the mirror as it is here";
          case OWED_DELETE -> "deleted here, still in the mirror";
          case REMOTE_AHEAD -> "ahead in the mirror";
          case CONFLICT -> "changed on both sides";
          case UNKNOWN -> "unknown";
        };
    return open.reason().isEmpty() ? what : what + ": " + open.reason();
  }

  private String verdict() {
    if (!standing.mirrored()) {
      return "nothing is owed: there is no mirror";
    }
    int courses = waiting().size();
    if (courses == 0) {
      return failure().isPresent()
          ? "nothing waits, as far as this workspace remembers"
          : "nothing waits: the mirror has every file";
    }
    return Text.count(owed(), "file")
        + " in "
        + Text.count(courses, "course")
        + (owed() == 1 ? " waits" : " wait")
        + " for the mirror";
  }

  /** The first failure that concerns the mirror; as a rule all courses have the same. */
  private Optional<StorageException> failure() {
    return standing.report().courses().stream()
        .flatMap(course -> course.failure().stream())
        .findFirst();
  }

  private static Map<String, Object> json(CourseReport course) {
    return CourseJson.row(
        "course",
        course.course(),
        "files",
        files(course).entrySet().stream().map(CourseJson::of).toList(),
        "unseen",
        CourseJson.unseen(course),
        "rowsOwed",
        course.rowsOwed(),
        "refused",
        course.refused().stream().map(CourseJson::of).toList(),
        "firstContact",
        CourseJson.firstContact(course),
        "guard",
        course.guard().map(CourseJson::of),
        "failure",
        course.failure().map(CourseJson::of));
  }
}
