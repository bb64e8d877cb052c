package io.creatoros.core.sync;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.Note;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a workspace remembers after a comparison, before a commit and after its answer. Pure. */
final class BasesUpdate {

  private BasesUpdate() {}

  /**
   * The bases that a comparison leaves.
   *
   * @param edits the number of the last edit by hand that the comparison took into account
   */
  static CourseBases compared(CourseComparison comparison, long edits) {
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>();
    boolean settled = true;
    for (PathComparison path : comparison.paths().values()) {
      path.base().ifPresent(base -> paths.put(path.path(), PathBase.of(base)));
      settled &= mirrorHoldsBase(path);
    }
    return new CourseBases(comparison.head().revision(), edits, settled, paths);
  }

  /** These with notes of what is about to be sent. */
  static CourseBases sending(CourseBases bases, Map<ArtifactPath, Change> changes) {
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>(bases.paths());
    changes.forEach(
        (path, change) ->
            paths.merge(
                path,
                new PathBase(Optional.empty(), Optional.of(new Note(sent(change)))),
                (known, noted) -> known.sending(noted.note().orElseThrow())));
    return new CourseBases(bases.revision(), bases.edits(), bases.settled(), paths);
  }

  /** These after the changes were acknowledged at a revision. */
  static CourseBases acknowledged(
      CourseBases bases, Map<ArtifactPath, Change> changes, long revision, boolean settled) {
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>(bases.paths());
    changes.forEach(
        (path, change) ->
            paths.put(path, PathBase.of(new Base(sent(change), name(change), revision))));
    return new CourseBases(revision, bases.edits(), settled, paths);
  }

  /** Whether all that disputes the bases is about to be overwritten by the changes. */
  static boolean settledBy(CourseComparison comparison, Map<ArtifactPath, Change> changes) {
    return comparison.paths().values().stream()
        .allMatch(path -> changes.containsKey(path.path()) || mirrorHoldsBase(path));
  }

  private static boolean mirrorHoldsBase(PathComparison path) {
    boolean damaged =
        path.remoteEntry().filter(entry -> entry.damaged() || !entry.stored()).isPresent();
    return switch (path.verdict()) {
      case EQUAL -> true;
      case OWED, OWED_DELETE -> !damaged && path.base().flatMap(Base::hash).equals(path.expected());
      case UNKNOWN ->
          !damaged
              && path.base().flatMap(Base::hash).equals(path.expected())
              && path.remote().isPresent() == path.base().isPresent();
      case REMOTE_AHEAD, CONFLICT -> false;
    };
  }

  private static Optional<Sha256> sent(Change change) {
    return change instanceof Change.Put put ? Optional.of(put.hash()) : Optional.empty();
  }

  private static String name(Change change) {
    return change instanceof Change.Put put ? put.name() : "";
  }
}
