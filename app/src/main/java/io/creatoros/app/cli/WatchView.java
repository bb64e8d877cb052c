package io.creatoros.app.cli;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.text.ShellWord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what a watcher does: what changed since it last said something. */
final class WatchView {

  private static final String COMMAND = "watch";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter DAY_AND_CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  /** How many open paths of a course are shown. */
  private static final int PATHS = 5;

  private final Console console;
  private final Map<CourseId, String> shown = new HashMap<>();
  private boolean down;
  private int syncs;
  private int written;
  private int deleted;

  WatchView(Console console, Path root) {
    this.console = console;
    console.talk("watching " + root + "; Ctrl-C ends it");
    console.err().flush();
  }

  Progress progress() {
    return new Progress(console);
  }

  /**
   * A synchronisation went through.
   *
   * @param settling courses that are looked at again in a moment, so that nothing is said of them
   *     yet
   */
  void synced(SyncReport report, Set<CourseId> settling) {
    if (down) {
      down = false;
      event("back", Map.of(), List.of("the mirror is back"));
    }
    syncs++;
    written += report.courses().stream().mapToInt(CourseReport::written).sum();
    deleted += report.courses().stream().mapToInt(CourseReport::deleted).sum();
    List<CourseReport> news =
        report.courses().stream()
            .filter(course -> isNews(course, settling.contains(course.course())))
            .toList();
    if (!news.isEmpty() || syncs == 1) {
      SyncReport told = new SyncReport(news, report.elsewhere());
      boolean unsettled =
          report.courses().stream()
              .allMatch(course -> course.isEqual() || settling.contains(course.course()));
      event(
          "synced",
          data(report, told),
          unsettled && !settling.isEmpty() ? settling(told, settling) : lines(report, told));
    }
  }

  private static List<String> settling(SyncReport told, Set<CourseId> settling) {
    String names = settling.stream().sorted().map(CourseId::path).collect(Collectors.joining(", "));
    return List.of(done(told) + "files still change in " + names);
  }

  /** The mirror cannot be used; said once until it is back. */
  void down(Failure failure) {
    if (!down) {
      down = true;
      List<String> lines = new ArrayList<>();
      lines.add(
          "the mirror cannot be used; it is tried again: "
              + failure.code()
              + ": "
              + failure.message());
      if (!failure.next().isEmpty()) {
        lines.add("next: " + failure.next());
      }
      event("down", failure.toJson(), lines);
    }
  }

  /** The system does not let all folders be watched. */
  void limited(IOException reason) {
    Failure failure =
        new Failure(
            ExitCode.DONE,
            "WATCH_LIMIT",
            "this system does not let so many folders be watched ("
                + reason.getMessage()
                + "); they are looked at every 2 seconds instead",
            "sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024,"
                + " then start it again",
            List.of(),
            reason);
    event(
        "limited",
        failure.toJson(),
        List.of(failure.code() + ": " + failure.message(), "next: " + failure.next()));
  }

  /** What it comes to in the end. */
  Outcome ended() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("event", "ended");
    data.put("at", Instant.now());
    data.put("exitCode", ExitCode.DONE.code());
    data.put("result", ExitCode.DONE.name());
    data.put("syncs", syncs);
    data.put("written", written);
    data.put("deleted", deleted);
    String line =
        "ended after "
            + Text.count(syncs, "sync")
            + ": "
            + Text.count(written, "file")
            + " written, "
            + deleted
            + " deleted";
    return Outcome.done(data, List.of(stamped(line)));
  }

  private boolean isNews(CourseReport course, boolean settling) {
    String state = StatusView.state(course) + SyncView.notes(course);
    boolean changed = !settling && !state.equals(shown.put(course.course(), state));
    return changed || course.written() > 0 || course.deleted() > 0 || course.projected();
  }

  private static Map<String, Object> data(SyncReport report, SyncReport told) {
    return CourseJson.row(
        "verdict",
        report.isEqual() ? "EQUAL" : "NOT_EQUAL",
        "courses",
        told.courses().stream().map(CourseJson::of).toList(),
        "next",
        next(report));
  }

  /** Watching takes no options: what a person decides is said to sync. */
  private static String next(SyncReport report) {
    for (CourseReport course : report.courses()) {
      if (course.guard().filter(stop -> stop.code().startsWith("DELETES")).isPresent()) {
        return "if they are to be deleted: creatoros sync "
            + ShellWord.of(course.course().path())
            + " --allow-deletes";
      }
    }
    return NextStep.of(report, ExitCode.first(SyncView.codes(report)));
  }

  private static List<String> lines(SyncReport report, SyncReport told) {
    List<String> lines = new ArrayList<>();
    lines.add(done(told) + SyncView.verdict(report));
    told.courses().forEach(course -> lines.addAll(SyncView.notes(course, PATHS)));
    lines.addAll(SyncView.failures(told));
    String next = next(report);
    if (!next.isEmpty()) {
      lines.add("next: " + next);
    }
    return lines;
  }

  private static String done(SyncReport told) {
    int written = told.courses().stream().mapToInt(CourseReport::written).sum();
    int deleted = told.courses().stream().mapToInt(CourseReport::deleted).sum();
    List<String> parts = new ArrayList<>();
    if (written > 0) {
      parts.add(written + " written");
    }
    if (deleted > 0) {
      parts.add(deleted + " deleted");
    }
    String where =
        told.courses().size() == 1
            ? told.courses().get(0).course().path()
            : Text.count(told.courses().size(), "course");
    return parts.isEmpty() ? "" : where + ": " + String.join(", ", parts) + "; ";
  }

  /** A person sees several lines; a file gets one for each event. */
  private void event(String event, Map<String, ?> data, List<String> lines) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("event", event);
    object.put("at", Instant.now());
    object.putAll(data);
    if (console.isTerminal()) {
      List<String> shownLines = new ArrayList<>();
      shownLines.add(stamped(lines.get(0)));
      lines.stream().skip(1).map(line -> "  " + line).forEach(shownLines::add);
      console.event(COMMAND, object, shownLines);
    } else {
      console.event(COMMAND, object, List.of(stamped(String.join("; ", lines))));
    }
  }

  private String stamped(String line) {
    return (console.isTerminal() ? CLOCK : DAY_AND_CLOCK).format(Instant.now()) + "  " + line;
  }
}
