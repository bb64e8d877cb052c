package io.creatoros.core.sync;

import io.creatoros.core.compare.Base;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.Note;
import io.creatoros.core.compare.PathBase;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a workspace remembers before a commit and after its answer. Pure. */
final class BasesUpdate {

  private BasesUpdate() {}

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
      CourseBases bases,
      CourseComparison comparison,
      Map<ArtifactPath, Change> changes,
      long revision) {
    SortedMap<ArtifactPath, PathBase> paths = new TreeMap<>(bases.paths());
    changes.forEach(
        (path, change) ->
            paths.put(path, PathBase.of(new Base(sent(change), name(change), revision))));
    boolean settled =
        comparison.paths().values().stream()
            .allMatch(path -> changes.containsKey(path.path()) || path.isAtBase());
    long edits = settled ? comparison.head().edits() : bases.edits();
    return new CourseBases(revision, edits, settled, paths);
  }

  private static Optional<Sha256> sent(Change change) {
    return change instanceof Change.Put put ? Optional.of(put.hash()) : Optional.empty();
  }

  private static String name(Change change) {
    return change instanceof Change.Put put ? put.name() : "";
  }
}
