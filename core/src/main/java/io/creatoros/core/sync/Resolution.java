package io.creatoros.core.sync;

import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Content;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides conflicts and remote changes of one course by what the user chose. The side that loses is
 * kept first, whichever it is.
 */
final class Resolution {

  private final CourseId course;
  private final CourseFolders folders;
  private final CourseMirror mirror;
  private final CourseTally tally;

  Resolution(CourseId course, Homes homes, CourseTally tally) {
    this.course = course;
    this.folders = homes.folders();
    this.mirror = homes.mirror();
    this.tally = tally;
  }

  /**
   * Gives the chosen paths of the folder the mirror's state.
   *
   * @return whether the folder was changed
   */
  boolean takeTheirs(CourseComparison comparison, Set<ArtifactPath> chosen) {
    if (chosen.isEmpty()) {
      return false;
    }
    boolean changed = false;
    try (CourseFolders.FolderBatch batch = folders.write(course)) {
      for (PathComparison path : comparison.paths().values()) {
        if (chosen.contains(path.path()) && isDisputed(path)) {
          take(batch, path).ifPresent(tally::kept);
          tally.taken();
          changed = true;
        }
      }
    }
    return changed;
  }

  /**
   * Keeps the mirror's bytes of the chosen paths, before they are overwritten.
   *
   * @return the paths whose mirror's side the folder's side may now replace
   */
  Set<ArtifactPath> keepTheirs(
      CourseComparison comparison, Set<ArtifactPath> chosen, FolderScan scan) {
    if (chosen.isEmpty()) {
      return Set.of();
    }
    Set<ArtifactPath> ready = new HashSet<>();
    try (CourseFolders.FolderBatch batch = folders.write(course)) {
      for (PathComparison path : comparison.paths().values()) {
        if (chosen.contains(path.path()) && (isDisputed(path) || isExcluded(path, scan))) {
          path.remoteEntry()
              .filter(entry -> hasBytes(path.path()))
              .ifPresent(
                  entry -> tally.kept(batch.keep(path.path(), "theirs", stored(path.path()))));
          ready.add(path.path());
        }
      }
    }
    return ready;
  }

  private Optional<String> take(CourseFolders.FolderBatch batch, PathComparison path) {
    Optional<Sha256> here = path.local().map(ManifestEntry::hash);
    if (path.remote().isPresent() && path.remote().get() instanceof RemoteFile.Stored theirs) {
      ManifestEntry entry = theirs.entry();
      String name = path.local().map(ManifestEntry::name).orElse(entry.name());
      return batch.replace(
          path.path(), name, here, stored(path.path()), entry.hash(), here.isPresent());
    }
    return here.flatMap(hash -> batch.delete(path.path(), hash));
  }

  /** What a mirror records may be over the size limit, or lost. */
  private boolean hasBytes(ArtifactPath path) {
    Optional<InputStream> bytes = mirror.open(course, path);
    try {
      bytes.orElseGet(InputStream::nullInputStream).close();
    } catch (IOException e) {
      return true; // reading them will tell
    }
    return bytes.isPresent();
  }

  private Content stored(ArtifactPath path) {
    return () ->
        mirror
            .open(course, path)
            .orElseThrow(
                () ->
                    new StorageRejectedException(
                        "MIRROR_BYTES_MISSING",
                        "the mirror records " + path + " of course " + course + " without bytes",
                        "creatoros sync --ours " + new ArtifactRef(course, path)));
  }

  private static boolean isDisputed(PathComparison path) {
    return path.verdict() == Verdict.CONFLICT || path.verdict() == Verdict.REMOTE_AHEAD;
  }

  /** Whether the path is still stored though it is no artifact any more. */
  private static boolean isExcluded(PathComparison path, FolderScan scan) {
    return path.verdict() == Verdict.UNKNOWN
        && scan.errors().isEmpty()
        && !scan.manifest().unreadable().containsKey(path.path());
  }
}
