package io.creatoros.core.pull;

import io.creatoros.core.compare.Base;
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
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.core.sync.DeleteGuard;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gives a course folder what the mirror is ahead with: writes first, then deletes, under the delete
 * guard. What goes wrong with one path is noted with it. Not for use by several threads.
 */
final class FolderUpdate {

  private final CourseId course;
  private final CourseFolders folders;
  private final CourseMirror mirror;
  private final long sizeLimit;
  private final PullOptions options;
  private final PullListener listener;
  private final SortedMap<ArtifactPath, Base> acknowledged = new TreeMap<>();
  private final SortedMap<ArtifactPath, PulledPath> paths = new TreeMap<>();
  private OptionalInt filesAtFirst = OptionalInt.empty();
  private Optional<DeleteGuard.Stop> guard = Optional.empty();
  private long bytes;

  FolderUpdate(
      CourseId course,
      CourseFolders folders,
      CourseMirror mirror,
      long sizeLimit,
      PullOptions options,
      PullListener listener) {
    this.course = course;
    this.folders = folders;
    this.mirror = mirror;
    this.sizeLimit = sizeLimit;
    this.options = options;
    this.listener = listener;
  }

  /** What became of each path that something was tried with, or withheld from. */
  SortedMap<ArtifactPath, PulledPath> paths() {
    return paths;
  }

  /** The bases of what was written and deleted the last time, by the names that were written. */
  SortedMap<ArtifactPath, Base> acknowledged() {
    return acknowledged;
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
    List<PathComparison> ahead = inOrder(comparison.with(Verdict.REMOTE_AHEAD));
    if (filesAtFirst.isEmpty()) {
      filesAtFirst = OptionalInt.of(scan.manifest().entries().size());
    }
    guard = Optional.empty();
    acknowledged.clear();
    try (ShortBatches batches = new ShortBatches(folders, course)) {
      ahead.forEach(path -> path.remoteEntry().ifPresent(entry -> take(batches, path, entry)));
      deleteUnderGuard(batches, scan, comparison, ahead);
    }
    return !acknowledged.isEmpty();
  }

  private void take(ShortBatches batches, PathComparison path, ManifestEntry entry) {
    if (!entry.stored()) {
      boolean lost = entry.size() <= sizeLimit;
      note(
          path.path(),
          Outcome.UNAVAILABLE,
          lost ? "MIRROR_BYTES_MISSING" : "",
          lost ? "the mirror lacks its bytes" : entry.size() + " bytes, over the size limit");
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
        new Base(Optional.of(entry.hash()), name, entry.revision()),
        () ->
            batches
                .next()
                .replace(path.path(), name, here, content, entry.hash(), here.isPresent()));
    if (isDone(path.path(), Outcome.TAKEN)) {
      bytes += entry.size();
    }
  }

  private void deleteUnderGuard(
      ShortBatches batches,
      FolderScan scan,
      CourseComparison comparison,
      List<PathComparison> ahead) {
    Set<Sha256> standing = standing(comparison);
    List<PathComparison> deletes =
        ahead.stream().filter(path -> path.local().isPresent() && isDeletedThere(path)).toList();
    long counted = deletes.stream().filter(path -> !standing.contains(hash(path))).count();
    boolean complete = scan.errors().isEmpty();
    guard =
        deletes.isEmpty()
            ? Optional.empty()
            : DeleteGuard.judge(
                new DeleteGuard.Situation(
                    filesAtFirst.orElseThrow(), (int) counted, complete, false),
                options.allowDeletes());
    for (PathComparison path : deletes) {
      boolean move = complete && standing.contains(hash(path));
      if (guard.isPresent() && !move) {
        note(path.path(), Outcome.WITHHELD, guard.get().code(), guard.get().reason());
      } else {
        change(
            path.path(),
            Outcome.DELETED,
            new Base(Optional.empty(), "", path.remote().orElseThrow().revision()),
            () -> batches.next().delete(path.path(), hash(path)));
      }
    }
  }

  /**
   * Keys in NFC come first: a sibling that collides with one has the key that sets it apart only
   * when that one is there.
   */
  private static List<PathComparison> inOrder(List<PathComparison> paths) {
    return paths.stream()
        .sorted(
            Comparator.comparing(
                path -> !Normalizer.isNormalized(path.path().value(), Normalizer.Form.NFC)))
        .toList();
  }

  private static boolean isDeletedThere(PathComparison path) {
    return path.remote().filter(RemoteFile.Tombstone.class::isInstance).isPresent();
  }

  private static Sha256 hash(PathComparison path) {
    return path.local().orElseThrow().hash();
  }

  /** The bytes that stay in the folder: deleting another path that holds them is a move. */
  private static Set<Sha256> standing(CourseComparison comparison) {
    return comparison.with(Verdict.EQUAL).stream()
        .flatMap(path -> path.local().stream())
        .map(ManifestEntry::hash)
        .collect(Collectors.toSet());
  }

  private void change(ArtifactPath path, Outcome done, Base base, Supplier<Optional<String>> work) {
    try {
      PulledPath pulled = new PulledPath(path, done, work.get(), "", "");
      paths.put(path, pulled);
      acknowledged.put(path, base);
      listener.applied(course, pulled);
    } catch (StorageUnavailableException | StorageLockedException e) {
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
