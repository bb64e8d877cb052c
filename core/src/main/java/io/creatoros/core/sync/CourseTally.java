package io.creatoros.core.sync;

import io.creatoros.core.compare.CourseComparison;
import io.creatoros.core.compare.PathComparison;
import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.FolderScan;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.projection.KeptBytes;
import io.creatoros.core.storage.StorageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects, over the tries and phases of a run, what a course's report says. */
final class CourseTally {

  private static final Set<String> PROJECTED =
      Arrays.stream(RowTable.values()).map(RowTable::tableName).collect(Collectors.toSet());

  private final CourseId course;
  private final long sizeLimit;
  private final KeptBytes bytes;
  private FolderScan scan;
  private int written;
  private int deleted;
  private int taken;
  private long bytesSent;
  private long revision;
  private boolean restored;
  private int filesBefore = -1;
  private final SortedMap<ArtifactPath, OpenPath> open = new TreeMap<>();
  private boolean projected;
  private Optional<String> rowsOwed = Optional.empty();
  private List<RefusedRow> refused = List.of();
  private List<ForeignEdit> edits = List.of();
  private final List<String> kept = new ArrayList<>();
  private Optional<CourseReport.FirstContact> firstContact = Optional.empty();
  private Optional<DeleteGuard.Stop> guard = Optional.empty();
  private Optional<StorageException> failure = Optional.empty();

  CourseTally(FolderScan scan, KeptBytes bytes, long sizeLimit) {
    this.bytes = bytes;
    this.course = scan.manifest().course();
    this.scan = scan;
    this.sizeLimit = sizeLimit;
  }

  FolderScan scan() {
    return scan;
  }

  KeptBytes bytes() {
    return bytes;
  }

  void scanned(FolderScan seen) {
    scan = seen;
  }

  void quiet(long atRevision) {
    revision = atRevision;
  }

  void compared(CourseComparison comparison) {
    if (filesBefore < 0) {
      filesBefore = filesIn(comparison);
    }
    open.clear();
    failure = Optional.empty();
    rowsOwed = Optional.empty();
    revision = comparison.head().revision();
    restored |= comparison.restored();
    for (PathComparison path : comparison.paths().values()) {
      if (path.verdict() != Verdict.EQUAL) {
        open.put(path.path(), new OpenPath(path.verdict(), path.reason()));
      }
    }
  }

  void unreadable(Map<ArtifactPath, String> paths) {
    paths.forEach((path, reason) -> open.put(path, new OpenPath(Verdict.UNKNOWN, reason)));
  }

  /** Of these paths, those that are no artifacts of the folder: nothing can be said of them. */
  void missed(Collection<ArtifactPath> asked) {
    for (ArtifactPath path : asked) {
      if (!scan.manifest().entries().containsKey(path)) {
        open.putIfAbsent(path, new OpenPath(Verdict.UNKNOWN, "is not there any more, or ignored"));
      }
    }
  }

  void busy(String reason) {
    open.replaceAll(
        (path, was) -> was.verdict() == Verdict.OWED ? new OpenPath(Verdict.OWED, reason) : was);
  }

  void committed(Collection<Change> changes, long atRevision) {
    revision = atRevision;
    for (Change change : changes) {
      open.remove(change.path());
      if (change instanceof Change.Put) {
        written++;
      } else {
        deleted++;
      }
    }
  }

  /** Typed rows were brought up to date, without a file. */
  void projected() {
    projected = true;
  }

  void rowsOwed(String reason) {
    rowsOwed = Optional.of(reason);
  }

  boolean owesRows() {
    return rowsOwed.isPresent();
  }

  void refused(List<RefusedRow> rows) {
    refused = rows;
  }

  /** Names the rows that a mirror refused before, if there are any. */
  void nameRefused(CourseHead head, CourseMirror mirror) {
    if (head.refused() > 0) {
      refused = mirror.rows(course).refused();
    }
  }

  void taken() {
    taken++;
  }

  void sent(long bytes) {
    bytesSent += bytes;
  }

  void edited(List<ForeignEdit> found) {
    edits = found;
  }

  /** Whether somebody edited typed rows since this workspace last took edits into account. */
  boolean rowsEdited() {
    return edits.stream().map(ForeignEdit::table).anyMatch(PROJECTED::contains);
  }

  void kept(String where) {
    kept.add(where);
  }

  void firstContact(CourseComparison comparison) {
    int equal =
        (int)
            comparison.with(Verdict.EQUAL).stream()
                .filter(path -> path.local().isPresent())
                .count();
    int there = filesIn(comparison);
    firstContact =
        Optional.of(
            new CourseReport.FirstContact(
                comparison.head().origin(), equal, scan.manifest().entries().size(), there));
  }

  /** How many files the mirror held before this run wrote any. */
  int filesBefore() {
    return filesBefore;
  }

  private static int filesIn(CourseComparison comparison) {
    return (int)
        comparison.paths().values().stream().filter(path -> path.remoteEntry().isPresent()).count();
  }

  void guarded(DeleteGuard.Stop stop) {
    guard = Optional.of(stop);
  }

  void failed(StorageException e) {
    failure = Optional.of(e);
  }

  /** Whether the run got as far as writing what it may of this course. */
  boolean wasWritten() {
    return failure.isEmpty() && guard.isEmpty() && firstContact.isEmpty();
  }

  boolean owesDeletes() {
    return open.values().stream().anyMatch(path -> path.verdict() == Verdict.OWED_DELETE);
  }

  SortedMap<ArtifactPath, OpenPath> open() {
    return open;
  }

  CourseReport report() {
    Collection<ManifestEntry> entries = scan.manifest().entries().values();
    return new CourseReport(
        course,
        entries.size(),
        (int) entries.stream().filter(entry -> entry.size() > sizeLimit).count(),
        written,
        deleted,
        taken,
        bytesSent,
        revision,
        open,
        scan.errors(),
        projected,
        rowsOwed,
        refused,
        edits,
        kept,
        firstContact,
        restored,
        guard,
        failure);
  }
}
