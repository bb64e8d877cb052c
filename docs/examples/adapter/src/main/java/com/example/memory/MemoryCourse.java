package com.example.memory;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One course. Never changes: each write makes the course as it is then. */
record MemoryCourse(
    long revision,
    String origin,
    SortedMap<ArtifactPath, RemoteFile> files,
    Contents contents,
    SortedMap<ArtifactPath, StoredFacts> facts,
    TypedRows rows) {

  static final MemoryCourse NONE =
      new MemoryCourse(
          0,
          "",
          Collections.emptySortedMap(),
          Contents.NONE,
          Collections.emptySortedMap(),
          TypedRows.absent());

  /** Contents alone make no course that a reader sees. */
  boolean isThere() {
    return revision > 0;
  }

  CourseHead head(CourseId id) {
    return new CourseHead(id, revision, 0, origin, rows.version(), rows.refused().size());
  }

  MirrorCourse asRead(CourseId id) {
    return new MirrorCourse(head(id), files);
  }

  Manifest manifest(CourseId id) {
    SortedMap<ArtifactPath, ManifestEntry> entries = new TreeMap<>();
    files.keySet().forEach(path -> entry(path).ifPresent(entry -> entries.put(path, entry)));
    return new Manifest(id, revision, entries, Collections.emptySortedMap());
  }

  CourseSummary summary(CourseId id) {
    Map<ArtifactPath, ManifestEntry> entries = manifest(id).entries();
    long bytes = entries.values().stream().mapToLong(ManifestEntry::size).sum();
    return new CourseSummary(id, revision, origin, entries.size(), bytes);
  }

  Optional<InputStream> open(ArtifactPath path) {
    return entry(path).filter(ManifestEntry::stored).map(entry -> contents.open(entry.recorded()));
  }

  /** Why a commit writes nothing; empty when it does. The order of the questions matters. */
  Optional<CommitResult> refusal(
      long atRevision, List<Change> changes, Optional<Projection> projection) {
    boolean lacksKept =
        projection.filter(given -> !rows.rows().keySet().containsAll(given.kept())).isPresent();
    if (atRevision != revision || lacksKept) {
      return Optional.of(new CommitResult.CourseMoved(revision));
    }
    Set<ArtifactPath> moved =
        changes.stream()
            .filter(change -> !expected(change).equals(hash(change.path())))
            .map(Change::path)
            .collect(Collectors.toSet());
    if (!moved.isEmpty()) {
      return Optional.of(new CommitResult.FilesMoved(moved));
    }
    Set<Sha256> missing = contents.missing(named(changes));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new CommitResult.ContentsMissing(missing));
  }

  MemoryCourse with(List<ContentPart> uploaded) {
    return new MemoryCourse(revision, origin, files, contents.with(uploaded), facts, rows);
  }

  /** The revision advances with files only. Without a projection, rows may not fit any more. */
  MemoryCourse with(String by, List<Change> changes, Optional<Projection> projection) {
    long now = changes.isEmpty() ? revision : revision + 1;
    SortedMap<ArtifactPath, RemoteFile> written = new TreeMap<>(files);
    SortedMap<ArtifactPath, StoredFacts> known = new TreeMap<>(facts);
    for (Change change : changes) {
      written.put(change.path(), RemoteFile.after(change, now));
      known.remove(change.path());
    }
    projection.ifPresent(given -> known.putAll(given.facts()));
    known.keySet().removeIf(path -> !(written.get(path) instanceof RemoteFile.Stored));
    TypedRows projected =
        projection
            .map(given -> Rows.of(given, rows, now))
            .orElseGet(() -> Rows.at(now, changes.isEmpty() ? rows.version() : 0, rows));
    String last = changes.isEmpty() ? origin : by;
    return new MemoryCourse(now, last, written, contents, known, projected);
  }

  /** This under another name: rows tell the folder's name. */
  MemoryCourse outdated() {
    return new MemoryCourse(revision, origin, files, contents, facts, Rows.at(revision, 0, rows));
  }

  private Optional<ManifestEntry> entry(ArtifactPath path) {
    return files.get(path) instanceof RemoteFile.Stored stored
        ? Optional.of(stored.entry())
        : Optional.empty();
  }

  private Optional<Sha256> hash(ArtifactPath path) {
    return entry(path).map(ManifestEntry::recorded);
  }

  private static Optional<Sha256> expected(Change change) {
    return change instanceof Change.Put put
        ? put.expected()
        : Optional.of(((Change.Delete) change).expected());
  }

  private static Map<Sha256, Long> named(List<Change> changes) {
    Map<Sha256, Long> named = new HashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Put put && put.stored()) {
        named.put(put.hash(), put.size());
      }
    }
    return named;
  }
}
