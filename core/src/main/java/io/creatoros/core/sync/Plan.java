package io.creatoros.core.sync;

import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Sha256;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The changes that a comparison calls for. Pure.
 *
 * @param changes what to commit, by path
 */
record Plan(SortedMap<ArtifactPath, Change> changes) {

  Plan {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }

  /**
   * Plans one commit.
   *
   * @param forOurs the paths that are decided for the folder's side
   * @param deletable which owed deletes may go with this commit
   * @param sizeLimit the largest file whose bytes are stored, in bytes
   */
  static Plan of(
      CourseComparison comparison,
      Set<ArtifactPath> forOurs,
      Predicate<PathComparison> deletable,
      long sizeLimit) {
    SortedMap<ArtifactPath, Change> changes = new TreeMap<>();
    for (PathComparison path : comparison.paths().values()) {
      boolean wanted =
          switch (path.verdict()) {
            case OWED -> true;
            case OWED_DELETE -> deletable.test(path);
            case CONFLICT, REMOTE_AHEAD, UNKNOWN -> forOurs.contains(path.path());
            case EQUAL -> false;
          };
      if (wanted) {
        change(path, sizeLimit).ifPresent(change -> changes.put(path.path(), change));
      }
    }
    return new Plan(changes);
  }

  /** The owed deletes whose bytes stand, or are about to stand, at another path of the course. */
  static Set<ArtifactPath> movesWithin(CourseComparison comparison) {
    Set<Sha256> standing =
        comparison.paths().values().stream()
            .filter(path -> path.verdict() == Verdict.EQUAL || path.verdict() == Verdict.OWED)
            .flatMap(path -> path.local().stream())
            .map(ManifestEntry::hash)
            .collect(Collectors.toSet());
    return comparison.with(Verdict.OWED_DELETE).stream()
        .filter(path -> path.expected().filter(standing::contains).isPresent())
        .map(PathComparison::path)
        .collect(Collectors.toSet());
  }

  /** This without some paths. */
  Plan without(Set<ArtifactPath> paths) {
    SortedMap<ArtifactPath, Change> rest = new TreeMap<>(changes);
    rest.keySet().removeAll(paths);
    return new Plan(rest);
  }

  private static Optional<Change> change(PathComparison path, long sizeLimit) {
    if (path.local().isPresent()) {
      ManifestEntry local = path.local().get();
      return Optional.of(
          new Change.Put(
              path.path(),
              local.name(),
              local.hash(),
              local.size(),
              local.kind(),
              local.size() <= sizeLimit,
              path.expected()));
    }
    return path.expected().map(expected -> new Change.Delete(path.path(), expected));
  }
}
