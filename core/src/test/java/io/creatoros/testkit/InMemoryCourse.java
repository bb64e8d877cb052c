package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One course of a mirror in memory. Never changes: each write gives the course as it is then. */
record InMemoryCourse(
    long revision,
    String origin,
    SortedMap<ArtifactPath, RemoteFile> files,
    InMemoryContents contents,
    List<ForeignEdit> edits,
    InMemoryRows typed) {

  static final InMemoryCourse EMPTY =
      new InMemoryCourse(
          0, "", Collections.emptySortedMap(), InMemoryContents.NONE, List.of(), InMemoryRows.NONE);

  CourseHead head(CourseId course) {
    long last = edits.isEmpty() ? 0 : edits.get(edits.size() - 1).number();
    return new CourseHead(course, revision, last, origin, typed.version(), typed.refused().size());
  }

  SortedMap<ArtifactPath, RemoteFile> files(Evidence evidence) {
    if (evidence == Evidence.RECORDED) {
      return files;
    }
    SortedMap<ArtifactPath, RemoteFile> recomputed = new TreeMap<>(files);
    recomputed.replaceAll((path, file) -> recomputed(file));
    return recomputed;
  }

  private RemoteFile recomputed(RemoteFile file) {
    if (!(file instanceof RemoteFile.Stored stored) || !stored.entry().stored()) {
      return file;
    }
    ManifestEntry entry = stored.entry();
    boolean whole = contents.isWhole(entry.recorded(), entry.size());
    Sha256 hash = whole ? contents.hash(entry.recorded()) : entry.recorded();
    return new RemoteFile.Stored(recomputed(entry, hash, whole));
  }

  private static ManifestEntry recomputed(ManifestEntry entry, Sha256 hash, boolean stored) {
    return new ManifestEntry(
        entry.path(),
        entry.name(),
        hash,
        entry.recorded(),
        entry.size(),
        entry.kind(),
        stored,
        entry.revision());
  }

  Optional<InputStream> open(ArtifactPath path) {
    return entry(path)
        .filter(ManifestEntry::stored)
        .flatMap(entry -> contents.open(entry.recorded()));
  }

  Set<Sha256> missing(Map<Sha256, Long> sizes) {
    return sizes.entrySet().stream()
        .filter(content -> !contents.holds(content.getKey(), content.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  InMemoryCourse with(List<ContentPart> parts) {
    return new InMemoryCourse(revision, origin, files, contents.with(parts), edits, typed);
  }

  Optional<CommitResult> refusal(
      long atRevision, List<Change> changes, Optional<Projection> projection) {
    if (atRevision != revision) {
      return Optional.of(new CommitResult.CourseMoved(revision));
    }
    Set<ArtifactPath> moved =
        changes.stream()
            .filter(change -> !expected(change).equals(recorded(change.path())))
            .map(Change::path)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!moved.isEmpty()) {
      return Optional.of(new CommitResult.FilesMoved(moved));
    }
    Set<Sha256> missing = missing(named(changes));
    if (!missing.isEmpty()) {
      return Optional.of(new CommitResult.ContentsMissing(missing));
    }
    boolean held = projection.map(Projection::kept).stream().allMatch(typed::hold);
    return held ? Optional.empty() : Optional.of(new CommitResult.CourseMoved(revision));
  }

  private static Optional<Sha256> expected(Change change) {
    return change instanceof Change.Put put
        ? put.expected()
        : Optional.of(((Change.Delete) change).expected());
  }

  private static Map<Sha256, Long> named(List<Change> changes) {
    Map<Sha256, Long> named = new TreeMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Put put && put.stored()) {
        named.put(put.hash(), put.size());
      }
    }
    return named;
  }

  /** This after changes; its typed rows are as they were. Without changes it is itself. */
  InMemoryCourse with(String by, List<Change> changes) {
    if (changes.isEmpty()) {
      return this;
    }
    SortedMap<ArtifactPath, RemoteFile> changed = new TreeMap<>(files);
    changes.forEach(change -> changed.put(change.path(), RemoteFile.after(change, revision + 1)));
    InMemoryRows rows = typed.without(changes.stream().map(Change::path).toList()).outdated();
    return new InMemoryCourse(revision + 1, by, changed, contents, edits, rows);
  }

  /** This with the typed rows of a projection. */
  InMemoryCourse with(Projection projection, Set<RowKey> refusing) {
    Set<ArtifactPath> standing = new TreeSet<>(files.keySet());
    standing.removeIf(path -> entry(path).isEmpty());
    return with(typed.with(projection, standing, this::text, refusing));
  }

  /** This with other typed rows. */
  InMemoryCourse with(InMemoryRows rows) {
    return new InMemoryCourse(revision, origin, files, contents, edits, rows);
  }

  private String text(Sha256 hash) {
    try (InputStream in = contents.open(hash).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<ForeignEdit> edits(CourseId course, long after) {
    return edits.stream()
        .filter(edit -> edit.number() > after)
        .map(
            edit ->
                new ForeignEdit(
                    edit.number(),
                    course,
                    edit.table(),
                    edit.operation(),
                    edit.path(),
                    edit.hash(),
                    edit.at(),
                    edit.by()))
        .toList();
  }

  InMemoryCourse withHash(ArtifactPath path, Sha256 hash, long number) {
    return withHash(path, hash, entry(path).orElseThrow().size(), number);
  }

  InMemoryCourse withSize(ArtifactPath path, long size, long number) {
    return withHash(path, entry(path).orElseThrow().recorded(), size, number);
  }

  InMemoryCourse withHash(ArtifactPath path, Sha256 hash, long size, long number) {
    ManifestEntry old = entry(path).orElseThrow();
    ManifestEntry edited =
        new ManifestEntry(
            path, old.name(), hash, hash, size, old.kind(), old.stored(), old.revision());
    SortedMap<ArtifactPath, RemoteFile> changed = new TreeMap<>(files);
    changed.put(path, new RemoteFile.Stored(edited));
    return edited(changed, contents, edit(number, "course_files", "UPDATE", path, old.recorded()));
  }

  InMemoryCourse withBytes(ArtifactPath path, Optional<byte[]> bytes, long number) {
    Sha256 hash = entry(path).orElseThrow().recorded();
    String operation = bytes.isPresent() ? "UPDATE" : "DELETE";
    return edited(
        files,
        contents.edited(hash, bytes),
        edit(number, "course_contents", operation, path, hash));
  }

  /** Leaves no trace among the edits. */
  InMemoryCourse withDamage(ArtifactPath path, byte[] bytes) {
    Sha256 hash = entry(path).orElseThrow().recorded();
    InMemoryContents damaged = contents.edited(hash, Optional.of(bytes));
    return new InMemoryCourse(revision, origin, files, damaged, edits, typed);
  }

  InMemoryCourse withoutRow(ArtifactPath path, long number) {
    Sha256 hash = entry(path).orElseThrow().recorded();
    SortedMap<ArtifactPath, RemoteFile> changed = new TreeMap<>(files);
    changed.remove(path);
    return edited(changed, contents, edit(number, "course_files", "DELETE", path, hash));
  }

  InMemoryCourse withRow(RowKey key, Optional<InMemoryRow> row, long number) {
    String operation = row.isPresent() ? "UPDATE" : "DELETE";
    ForeignEdit edit =
        new ForeignEdit(
            number,
            CourseId.ROOT,
            key.table().tableName(),
            operation,
            Optional.of(key.path()).filter(path -> !path.isEmpty()),
            Optional.empty(),
            Instant.EPOCH,
            "somebody");
    return edited(files, contents, edit).with(typed.edited(key, row));
  }

  private InMemoryCourse edited(
      SortedMap<ArtifactPath, RemoteFile> changed, InMemoryContents held, ForeignEdit edit) {
    List<ForeignEdit> more = new ArrayList<>(edits);
    more.add(edit);
    return new InMemoryCourse(revision, origin, changed, held, List.copyOf(more), typed);
  }

  private static ForeignEdit edit(
      long number, String table, String operation, ArtifactPath path, Sha256 hash) {
    return new ForeignEdit(
        number,
        CourseId.ROOT,
        table,
        operation,
        Optional.of(path.value()),
        Optional.of(hash.hex()),
        Instant.EPOCH,
        "somebody");
  }

  private Optional<Sha256> recorded(ArtifactPath path) {
    return entry(path).map(ManifestEntry::recorded);
  }

  private Optional<ManifestEntry> entry(ArtifactPath path) {
    return files.get(path) instanceof RemoteFile.Stored stored
        ? Optional.of(stored.entry())
        : Optional.empty();
  }
}
