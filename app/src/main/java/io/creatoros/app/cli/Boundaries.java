package io.creatoros.app.cli;

import io.creatoros.app.config.FixedCourses;
import io.creatoros.app.config.Setting;
import io.creatoros.app.config.Source;
import io.creatoros.app.config.Value;
import io.creatoros.app.session.Session;
import io.creatoros.app.session.SessionException;
import io.creatoros.core.course.CourseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Decides in {@code creatoros.yaml} where courses begin and end. */
final class Boundaries {

  private final Session session;

  Boundaries(Session session) {
    this.session = session;
  }

  /**
   * The folders in a folder of the workspace that look like courses.
   *
   * @throws ParameterException if there is no such folder
   */
  List<CourseId> coursesIn(CourseId folder, CommandLine line) {
    return Optional.of(folder)
        .filter(named -> !named.isRoot())
        .flatMap(session::coursesIn)
        .orElseThrow(
            () -> new ParameterException(line, "'" + folder + "' is no folder of the workspace"));
  }

  /**
   * Makes these the fixed courses at and below a folder.
   *
   * @param dryRun whether to show it only
   * @param done what to say of it
   */
  Outcome change(CourseId folder, List<CourseId> courses, boolean dryRun, String done) {
    requireFile();
    FixedCourses fixed = FixedCourses.of(session.root());
    String glob = FixedCourses.glob(folder.path());
    List<String> kept =
        fixed.globs().stream()
            .filter(named -> !named.equals(glob) && !named.startsWith(glob + "/"))
            .toList();
    List<String> named = courses.stream().map(CourseId::path).map(FixedCourses::glob).toList();
    FixedCourses.Edit edit = fixed.naming(Stream.concat(kept.stream(), named.stream()).toList());
    if (!dryRun) {
      edit.write();
    }
    return Outcome.done(data(folder, courses, dryRun, edit), lines(dryRun, done, edit));
  }

  private static Map<String, Object> data(
      CourseId folder, List<CourseId> courses, boolean dryRun, FixedCourses.Edit edit) {
    return CourseJson.row(
        "folder",
        folder,
        "courses",
        courses,
        "dryRun",
        dryRun,
        "file",
        edit.file(),
        "removed",
        edit.before(),
        "added",
        edit.after(),
        "next",
        dryRun ? "" : "creatoros sync");
  }

  private static List<String> lines(boolean dryRun, String done, FixedCourses.Edit edit) {
    List<String> lines = new ArrayList<>();
    lines.add(edit.file() + (dryRun ? " would change:" : ":"));
    edit.before().stream()
        .filter(line -> !edit.after().contains(line))
        .forEach(line -> lines.add("- " + line));
    edit.after().stream()
        .filter(line -> !edit.before().contains(line))
        .forEach(line -> lines.add("+ " + line));
    if (!dryRun) {
      lines.add("");
      lines.add(done);
      lines.add("next: creatoros sync");
    }
    return lines;
  }

  /** What a flag or a variable says would win over the file. */
  private void requireFile() {
    for (Value value : session.configuration().values()) {
      boolean elsewhere =
          value.source().rank() != Source.Rank.FILE && value.source().rank() != Source.Rank.DEFAULT;
      if (value.key().equals(Setting.FIXED_COURSES.key()) && elsewhere) {
        throw new SessionException(
            SessionException.Kind.CONFIGURATION,
            "SETTING_ELSEWHERE",
            "fixed-courses is set by " + value.source() + ", which wins over creatoros.yaml",
            "unset it, then repeat the command");
      }
    }
  }
}
