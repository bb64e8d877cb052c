package io.creatoros.core.pull;

import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseFolders;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.DeleteGuard;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Gives a course folder what the mirror is ahead with: writes first, then deletes, under the delete
 * guard. What goes wrong with one path is noted with it. Not for use by several threads.
 */
final class FolderUpdate {

  private final CourseId course;
  private final CourseFolders folders;
  private final CourseMirror mirror;
  private final PullOptions options;
  private final PullListener listener;
  private final SortedMap<ArtifactPath, PulledPath> paths = new TreeMap<>();
  private Optional<DeleteGuard.Stop> guard = Optional.empty();
  private long bytes;
  private boolean progress;

  FolderUpdate(
      CourseId course,
      CourseFolders folders,
      CourseMirror mirror,
      PullOptions options,
      PullListener listener) {
    this.course = course;
    this.folders = folders;
    this.mirror = mirror;
    this.options = options;
    this.listener = listener;
  }

  /** What became of each path that something was tried with, or withheld from. */
  SortedMap<ArtifactPath, PulledPath> paths() {
    return paths;
  }

  /** Why deletes were withheld the last time. */
  Optional<DeleteGuard.Stop> guard() {
    return guard;
  }

  /** How many bytes were written. */
  long bytes() {
    return bytes;
  }

  /** Takes what can be taken; whether anything in the folder changed. */
  boolean apply(FolderScan scan, CourseComparison comparison) {
    List<PathComparison> ahead = comparison.with(Verdict.REMOTE_AHEAD);
    guard = Optional.empty();
    progress = false;
    if (!ahead.isEmpty()) {
      try (CourseFolders.FolderBatch batch = folders.write(course)) {
        ahead.forEach(path -> path.remoteEntry().ifPresent(entry -> take(batch, path, entry)));
        deleteUnderGuard(batch, scan, comparison, ahead);
      }
    }
    return progress;
  }

  private void take(CourseFolders.FolderBatch batch, PathComparison path, ManifestEntry entry) {
    if (!entry.stored()) {
      note(path.path(), Outcome.UNAVAILABLE, "", entry.size() + " bytes, recorded without them");
      return;
    }
    Optional<String> refusal = Names.refusal(entry);
    if (refusal.isPresent()) {
      note(path.path(), Outcome.FAILED, "NAME_REFUSED", refusal.get());
      return;
    }
    if (entry.damaged()) {
      note(path.path(), Outcome.FAILED, "MIRROR_BYTES_DAMAGED", damage(entry));
      return;
    }
    Optional<Sha256> here = path.local().map(ManifestEntry::hash);
    String name = path.local().map(ManifestEntry::name).orElse(entry.name());
    StoredContent content = new StoredContent(mirror, course, path.path(), entry.hash());
    change(
        path.path(),
        Outcome.TAKEN,
        () -> batch.replace(path.path(), name, here, content, entry.hash(), here.isPresent()));
    if (isDone(path.path(), Outcome.TAKEN)) {
      bytes += entry.size();
    }
  }

  private void deleteUnderGuard(
      CourseFolders.FolderBatch batch,
      FolderScan scan,
      CourseComparison comparison,
      List<PathComparison> ahead) {
    Set<Sha256> standing = standing(comparison);
    List<ManifestEntry> deletes =
        ahead.stream()
            .filter(
                path -> path.remote().filter(RemoteFile.Tombstone.class::isInstance).isPresent())
            .flatMap(path -> path.local().stream())
            .toList();
    List<ManifestEntry> counted =
        deletes.stream().filter(file -> !standing.contains(file.hash())).toList();
    boolean complete = scan.errors().isEmpty();
    int files = scan.manifest().entries().size();
    guard =
        deletes.isEmpty()
            ? Optional.empty()
            : DeleteGuard.judge(
                new DeleteGuard.Situation(files, counted.size(), complete, false),
                options.allowDeletes());
    for (ManifestEntry file : deletes) {
      boolean move = complete && standing.contains(file.hash());
      if (guard.isPresent() && !move) {
        note(file.path(), Outcome.WITHHELD, guard.get().code(), guard.get().reason());
      } else {
        change(file.path(), Outcome.DELETED, () -> batch.delete(file.path(), file.hash()));
      }
    }
  }

  /** The bytes that stay in the folder, or were just written to it: deleting them is a move. */
  private Set<Sha256> standing(CourseComparison comparison) {
    Set<Sha256> standing = new HashSet<>();
    for (PathComparison path : comparison.paths().values()) {
      if (path.verdict() == Verdict.EQUAL) {
        path.local().map(ManifestEntry::hash).ifPresent(standing::add);
      } else if (isDone(path.path(), Outcome.TAKEN)) {
        path.remoteEntry().map(ManifestEntry::hash).ifPresent(standing::add);
      }
    }
    return standing;
  }

  private void change(ArtifactPath path, Outcome done, Supplier<Optional<String>> work) {
    try {
      PulledPath pulled = new PulledPath(path, done, work.get(), "", "");
      paths.put(path, pulled);
      progress = true;
      listener.applied(course, pulled);
    } catch (StorageUnavailableException e) {
      throw e;
    } catch (StorageException e) {
      note(path, Outcome.FAILED, e.code(), String.valueOf(e.getMessage()));
    }
  }

  private boolean isDone(ArtifactPath path, Outcome outcome) {
    PulledPath pulled = paths.get(path);
    return pulled != null && pulled.outcome() == outcome;
  }

  private void note(ArtifactPath path, Outcome outcome, String code, String reason) {
    paths.put(path, new PulledPath(path, outcome, Optional.empty(), code, reason));
  }

  private static String damage(ManifestEntry entry) {
    return "the mirror's bytes miss their recorded hash "
        + entry.recorded().brief()
        + "; sync --ours mends the mirror, sync --theirs takes the bytes as they are";
  }
}
