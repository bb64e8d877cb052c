package io.creatoros.core.pull;

import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StorageUnavailableException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names what a pull left as it was, and keeps the mirror's version of a conflict beside.
 *
 * @param course the course
 * @param folders where the folder is
 * @param mirror what was pulled from
 */
record LeftOver(CourseId course, CourseFolders folders, CourseMirror mirror) {

  /** What became of every path that is not equal, or was written or deleted. */
  SortedMap<ArtifactPath, PulledPath> outcomes(
      CourseComparison comparison, SortedMap<ArtifactPath, PulledPath> done) {
    SortedMap<ArtifactPath, PulledPath> outcomes = new TreeMap<>(done);
    try (ShortBatches batches = new ShortBatches(folders, course)) {
      for (PathComparison path : comparison.paths().values()) {
        switch (path.verdict()) {
          case EQUAL -> {}
          case OWED, OWED_DELETE -> outcomes.put(path.path(), kept(path));
          case CONFLICT -> outcomes.put(path.path(), conflict(batches, path));
          case REMOTE_AHEAD -> outcomes.merge(path.path(), stillAhead(path), LeftOver::unlessDone);
          case UNKNOWN -> outcomes.put(path.path(), outcome(path, Outcome.UNKNOWN, path.reason()));
        }
      }
    }
    return outcomes;
  }

  private static PulledPath kept(PathComparison path) {
    String plain = path.verdict() == Verdict.OWED ? "edited here" : "deleted here";
    return outcome(path, Outcome.KEPT, path.reason().isEmpty() ? plain : path.reason());
  }

  private PulledPath conflict(ShortBatches batches, PathComparison path) {
    Optional<ManifestEntry> theirs = path.remoteEntry();
    if (theirs.isEmpty()) {
      return outcome(path, Outcome.CONFLICT, "edited here, deleted in the mirror");
    }
    String words =
        path.local().isPresent()
            ? "edited here and in the mirror"
            : "deleted here, edited in the mirror";
    if (!theirs.get().stored()) {
      return outcome(path, Outcome.CONFLICT, words + ", which does not hold its bytes");
    }
    StoredContent content = new StoredContent(mirror, course, path.path(), theirs.get().hash());
    try {
      String at = batches.next().keep(path.path(), "theirs", content);
      return new PulledPath(path.path(), Outcome.CONFLICT, Optional.of(at), "", words);
    } catch (StorageUnavailableException | StorageLockedException e) {
      throw e;
    } catch (StorageException e) {
      String why = words + "; the mirror's version cannot be kept beside: " + e.getMessage();
      return new PulledPath(path.path(), Outcome.CONFLICT, Optional.empty(), e.code(), why);
    }
  }

  private static PulledPath stillAhead(PathComparison path) {
    return new PulledPath(
        path.path(),
        Outcome.FAILED,
        Optional.empty(),
        "MIRROR_MOVING",
        "the mirror kept moving on; repeat the pull");
  }

  /** What was said of a path that is still ahead stands, unless it claims that it was taken. */
  private static PulledPath unlessDone(PulledPath said, PulledPath ahead) {
    return said.outcome() == Outcome.TAKEN || said.outcome() == Outcome.DELETED ? ahead : said;
  }

  private static PulledPath outcome(PathComparison path, Outcome outcome, String reason) {
    return new PulledPath(path.path(), outcome, Optional.empty(), "", reason);
  }
}
