package io.creatoros.core.dualwrite;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactKind;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.finding.FindingCode;
import io.creatoros.core.resilience.Breaker;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.DeleteGuard;
import io.creatoros.core.sync.InterruptedRunException;
import io.creatoros.core.sync.OpenPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a sending, or what kept it from being done, means for the files that were asked about. */
final class Outcomes {

  static final String COURSE_BUSY = "COURSE_BUSY";

  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
  private static final String DEFECT = "SENDING_DEFECT";

  private Outcomes() {}

  /** The outcome for some paths of a course that was updated. */
  static MirrorOutcome of(CourseReport report, SortedSet<ArtifactPath> paths) {
    return report
        .failure()
        .<MirrorOutcome>map(Outcomes::of)
        .or(() -> report.firstContact().map(met -> firstContact(report.course(), met)))
        .or(() -> report.guard().map(Outcomes::guarded))
        .or(() -> open(report, paths))
        .or(() -> report.rowsOwed().map(why -> rowsOwed(report.course(), why)))
        .orElseGet(() -> sent(report, paths));
  }

  /** The outcome when a course could not be updated; a defect is logged. */
  static MirrorOutcome of(CourseId course, Throwable failure) {
    if (failure instanceof StorageException storage) {
      return of(storage);
    }
    if (failure instanceof InterruptedRunException) {
      return interrupted();
    }
    LOG.error("{}: course {} is not sent to the mirror", DEFECT, course, failure);
    return owed(
        OwedReason.REFUSED,
        DEFECT,
        "a defect in creatoros ("
            + failure.getClass().getSimpleName()
            + "); report it with the log");
  }

  /** The outcome of a call whose time ran out. */
  static MirrorOutcome timeout(StorageUnavailableException late) {
    return new MirrorOutcome.Owed(
        OwedReason.TIMEOUT, late.code(), late.getMessage(), late.remedy());
  }

  static MirrorOutcome interrupted() {
    return owed(OwedReason.TIMEOUT, "INTERRUPTED", "sending was interrupted");
  }

  /** The outcome of what was pending when a writer was closed. */
  static MirrorOutcome closed() {
    return owed(
        OwedReason.TIMEOUT,
        "WRITER_CLOSED",
        "the writer was closed before the mirror had answered");
  }

  /** Whether an outcome is due to single files, so that it says nothing about others. */
  static boolean isAboutPaths(MirrorOutcome outcome) {
    return outcome instanceof MirrorOutcome.Conflict
        || outcome instanceof MirrorOutcome.Rejected
        || outcome instanceof MirrorOutcome.Owed owed && owed.reason() == OwedReason.CHANGING;
  }

  /** What is wrong with files that were not applied, in words for a log. */
  static String words(MirrorOutcome outcome) {
    if (outcome instanceof MirrorOutcome.Owed owed) {
      return "is owed to the mirror ("
          + owed.code()
          + ": "
          + owed.message()
          + "); "
          + owed.remedy().orElse("creatoros sync");
    }
    if (outcome instanceof MirrorOutcome.Conflict conflict) {
      return "is in conflict with the mirror: " + conflict.paths();
    }
    return "has rows that the mirror does not take: " + ((MirrorOutcome.Rejected) outcome).rows();
  }

  static MirrorOutcome.Owed owed(OwedReason reason, String code, String message) {
    return new MirrorOutcome.Owed(reason, code, message, Optional.empty());
  }

  private static MirrorOutcome of(StorageException failure) {
    return new MirrorOutcome.Owed(
        reason(failure), failure.code(), failure.getMessage(), failure.remedy());
  }

  private static OwedReason reason(StorageException failure) {
    if (failure instanceof StorageUnavailableException) {
      return failure.code().equals(Breaker.SUSPENDED)
          ? OwedReason.SUSPENDED
          : OwedReason.UNAVAILABLE;
    }
    if (failure instanceof StorageLockedException) {
      return OwedReason.BUSY;
    }
    if (failure instanceof StoragePermissionException) {
      return OwedReason.PERMISSION;
    }
    return failure instanceof StorageSchemaException ? OwedReason.SCHEMA : OwedReason.REFUSED;
  }

  private static MirrorOutcome firstContact(CourseId course, CourseReport.FirstContact met) {
    return new MirrorOutcome.Owed(
        OwedReason.FIRST_CONTACT,
        "FIRST_CONTACT",
        "the mirror holds course \""
            + course
            + "\" from another workspace ("
            + met.origin()
            + "): "
            + met.equal()
            + " of "
            + met.here()
            + " files here are equal to one of "
            + met.there()
            + " there",
        Optional.of("creatoros sync " + named(course) + " --join"));
  }

  private static String named(CourseId course) {
    return course.isRoot() ? "." : "\"" + course + "\"";
  }

  private static MirrorOutcome guarded(DeleteGuard.Stop stop) {
    return new MirrorOutcome.Owed(
        OwedReason.REFUSED, stop.code(), stop.reason(), Optional.of(stop.next()));
  }

  private static Optional<MirrorOutcome> open(CourseReport report, SortedSet<ArtifactPath> paths) {
    SortedMap<ArtifactPath, OpenPath> open = new TreeMap<>(report.open());
    open.keySet().retainAll(paths);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Set<ArtifactPath> disputed =
        open.entrySet().stream()
            .filter(path -> isDisputed(path.getValue().verdict()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return Optional.of(
        disputed.isEmpty() ? unsent(report.course(), open) : new MirrorOutcome.Conflict(disputed));
  }

  private static boolean isDisputed(Verdict verdict) {
    return verdict == Verdict.CONFLICT || verdict == Verdict.REMOTE_AHEAD;
  }

  private static MirrorOutcome unsent(CourseId course, SortedMap<ArtifactPath, OpenPath> open) {
    ArtifactPath first = open.firstKey();
    OpenPath why = open.get(first);
    return switch (why.verdict()) {
      case OWED -> owed(OwedReason.BUSY, COURSE_BUSY, "course \"" + course + "\": " + why.reason());
      case OWED_DELETE ->
          owed(OwedReason.CHANGING, "FILE_CHANGED", "\"" + first + "\" is not there any more");
      default -> owed(OwedReason.CHANGING, "FILE_CHANGED", "\"" + first + "\" " + why.reason());
    };
  }

  private static MirrorOutcome rowsOwed(CourseId course, String why) {
    String failed = FindingCode.PROJECTION_FAILED.name();
    boolean defect = why.startsWith(failed);
    return owed(
        defect ? OwedReason.REFUSED : OwedReason.CHANGING,
        defect ? failed : "ROWS_OWED",
        "the files of course \"" + course + "\" are sent, their typed rows are not: " + why);
  }

  /** A row that a course has only one of is made of all its files, and any may be of a record. */
  private static MirrorOutcome sent(CourseReport report, SortedSet<ArtifactPath> paths) {
    List<RefusedRow> refused =
        report.refused().stream()
            .filter(row -> row.key().path().isEmpty() || isOf(row, paths))
            .toList();
    return refused.isEmpty()
        ? new MirrorOutcome.Applied(report.revision())
        : new MirrorOutcome.Rejected(report.revision(), refused);
  }

  private static boolean isOf(RefusedRow row, SortedSet<ArtifactPath> paths) {
    return paths.stream()
        .anyMatch(
            path ->
                path.value().equals(row.key().path())
                    || ArtifactKind.of(path) == ArtifactKind.RECORD);
  }
}
