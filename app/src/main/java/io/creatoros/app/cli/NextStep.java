package io.creatoros.app.cli;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.sync.ArtifactRef;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.DeleteGuard;
import io.creatoros.core.sync.SyncReport;
import io.creatoros.core.text.ShellWord;
import java.util.Optional;

/** The exact command that goes on from a result. */
final class NextStep {

  private NextStep() {}

  /** What to do about the most important thing that is open; empty when nothing is. */
  static String of(SyncReport report, ExitCode code) {
    return of(report, code, false);
  }

  /**
   * The same.
   *
   * @param full whether hashes were recomputed, without which the next run may not see what is open
   */
  static String of(SyncReport report, ExitCode code, boolean full) {
    return switch (code) {
      case DONE, USAGE, FINDINGS, INTERRUPTED -> "";
      case UNEXPECTED, CONFIGURATION, UNREACHABLE, PERMISSION, SCHEMA, LOCKED ->
          failure(report, code);
      case REJECTED ->
          first(report, NextStep::refused)
              .map(course -> "creatoros findings " + ShellWord.of(course.path()))
              .orElseGet(() -> failure(report, code));
      case GUARDED -> guarded(report);
      case CONFLICT -> conflict(report, full);
      case INCONCLUSIVE -> "make the files marked ? readable, then: creatoros sync";
      case DIFFERENT ->
          first(report, NextStep::harmed)
              .map(path -> decide(path, full))
              .or(
                  () ->
                      first(report, course -> with(course, Verdict.REMOTE_AHEAD))
                          .map(path -> "creatoros pull " + ShellWord.of(path.course().path())))
              .orElse("");
      case OWED -> "creatoros sync";
    };
  }

  private static String guarded(SyncReport report) {
    return report.isEmptyHere()
        ? "creatoros pull --all; but if the folder's disk is not mounted, mount it first"
        : first(report, course -> course.guard().map(DeleteGuard.Stop::next)).orElse("");
  }

  private static String conflict(SyncReport report, boolean full) {
    Optional<ArtifactRef> path = first(report, course -> with(course, Verdict.CONFLICT));
    Optional<CourseReport> met =
        report.courses().stream().filter(course -> course.firstContact().isPresent()).findFirst();
    if (met.isPresent()) {
      String course = ShellWord.of(met.get().course().path());
      return "creatoros sync "
          + course
          + " --join, if it is the same course; else: creatoros sync "
          + course
          + " --project OTHER";
    }
    return path.map(open -> decide(open, full)).orElse("creatoros status --files");
  }

  private static String decide(ArtifactRef path, boolean full) {
    return "creatoros sync "
        + (full ? "--full " : "")
        + "--ours "
        + ShellWord.of(path.toString())
        + ", or --theirs to take the mirror's version";
  }

  /** A path that is ahead in the mirror and that {@code pull} would refuse. */
  private static Optional<ArtifactRef> harmed(CourseReport course) {
    return course.open().entrySet().stream()
        .filter(open -> open.getValue().verdict() == Verdict.REMOTE_AHEAD)
        .filter(open -> !open.getValue().reason().isEmpty())
        .map(open -> new ArtifactRef(course.course(), open.getKey()))
        .findFirst();
  }

  private static Optional<CourseId> refused(CourseReport course) {
    return course.failure().isEmpty() && SyncView.refuses(course)
        ? Optional.of(course.course())
        : Optional.empty();
  }

  private static String failure(SyncReport report, ExitCode code) {
    return first(
            report,
            course ->
                course
                    .failure()
                    .filter(failure -> Failure.exit(failure) == code)
                    .flatMap(StorageException::remedy))
        .orElse("creatoros sync");
  }

  private static Optional<ArtifactRef> with(CourseReport course, Verdict verdict) {
    return course.open().entrySet().stream()
        .filter(open -> open.getValue().verdict() == verdict)
        .map(open -> new ArtifactRef(course.course(), open.getKey()))
        .findFirst();
  }

  private static <T> Optional<T> first(
      SyncReport report, java.util.function.Function<CourseReport, Optional<T>> find) {
    return report.courses().stream().flatMap(course -> find.apply(course).stream()).findFirst();
  }
}
