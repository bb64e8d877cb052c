package io.creatoros.testkit;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.ContentPart;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.Manifest;
import io.creatoros.core.course.ManifestEntry;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.storage.StorageConflictException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project of an {@link InMemoryDatabase}. Edits by hand, a restore and a drop are done to the
 * database; {@link FaultyMirror} adds failures.
 */
public final class InMemoryCourseMirror implements CourseMirror {

  private final InMemoryDatabase database;
  private final String project;

  /** The default project of a database of its own. */
  public InMemoryCourseMirror() {
    this(new InMemoryDatabase(), "default");
  }

  /** A project of a database that others may use too. */
  public InMemoryCourseMirror(InMemoryDatabase database, String project) {
    this.database = database;
    this.project = project;
  }

  /** The database behind this mirror. */
  public InMemoryDatabase database() {
    return database;
  }

  @Override
  public MirrorIdentity identity() {
    return database.identity();
  }

  @Override
  public List<CourseId> courses() {
    return database.locked(
        () ->
            held().entrySet().stream()
                .filter(course -> course.getValue().revision() > 0)
                .map(Map.Entry::getKey)
                .toList());
  }

  @Override
  public List<CourseSummary> summaries() {
    return courses().stream().map(course -> summary(read(course, Evidence.RECORDED))).toList();
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> courses) {
    return database.locked(
        () -> {
          SortedMap<CourseId, CourseHead> heads = new TreeMap<>();
          for (CourseId course : courses) {
            InMemoryCourse held = held().get(course);
            if (held != null) {
              heads.put(course, held.head(course));
            }
          }
          return Collections.unmodifiableSortedMap(heads);
        });
  }

  @Override
  public MirrorCourse read(CourseId course, Evidence evidence) {
    return database.locked(
        () -> {
          InMemoryCourse held = held().get(course);
          return held == null || held.revision() == 0
              ? MirrorCourse.absent(course)
              : new MirrorCourse(held.head(course), held.files(evidence));
        });
  }

  @Override
  public Manifest manifest(CourseId course, Evidence evidence) {
    return read(course, evidence).manifest();
  }

  @Override
  public Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return database.locked(
        () -> Optional.ofNullable(held().get(course)).flatMap(held -> held.open(path)));
  }

  @Override
  public Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes) {
    return database.locked(() -> held().getOrDefault(course, InMemoryCourse.EMPTY).missing(sizes));
  }

  @Override
  public void upload(CourseId course, List<ContentPart> parts) {
    database.locked(
        () -> {
          held().put(course, held().getOrDefault(course, InMemoryCourse.EMPTY).with(parts));
          return true;
        });
  }

  @Override
  public CommitResult commit(
      CourseId course,
      long atRevision,
      String origin,
      List<Change> changes,
      Optional<Projection> projection) {
    return database.locked(
        () -> {
          InMemoryCourse held = held().getOrDefault(course, InMemoryCourse.EMPTY);
          Optional<CommitResult> refusal = held.refusal(atRevision, changes, projection);
          if (refusal.isPresent()) {
            return refusal.get();
          }
          InMemoryCourse changed = held.with(origin, changes);
          if (projection.isPresent()) {
            changed = changed.with(projection.get(), database.refused());
          }
          held().put(course, changed);
          return new CommitResult.Committed(
              changed.revision(), projection.isPresent() ? changed.typed().refused() : List.of());
        });
  }

  @Override
  public SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    return database.locked(
        () ->
            Collections.unmodifiableSortedMap(
                held().getOrDefault(course, InMemoryCourse.EMPTY).typed().facts()));
  }

  @Override
  public TypedRows rows(CourseId course) {
    return database.locked(
        () -> {
          InMemoryCourse held = held().getOrDefault(course, InMemoryCourse.EMPTY);
          return held.typed().at(held.revision());
        });
  }

  @Override
  public List<ForeignEdit> foreignEdits(CourseId course, long after) {
    return database.locked(
        () -> held().getOrDefault(course, InMemoryCourse.EMPTY).edits(course, after));
  }

  @Override
  public void move(CourseId from, CourseId to) {
    database.locked(
        () -> {
          InMemoryCourse moving = held().getOrDefault(from, InMemoryCourse.EMPTY);
          requireMovable(from, moving.revision() > 0, "is not in the mirror");
          boolean free = held().getOrDefault(to, InMemoryCourse.EMPTY).revision() == 0;
          requireMovable(to, free, "is in the mirror already");
          held().remove(from);
          return held().put(to, moving.with(moving.typed().outdated()));
        });
  }

  private static void requireMovable(CourseId course, boolean condition, String why) {
    if (!condition) {
      throw new StorageConflictException(
          "COURSE_NOT_MOVED", "course \"" + course + "\" " + why, "creatoros courses");
    }
  }

  @Override
  public void close() {}

  /** Sets the recorded hash of a file by hand. */
  public void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    edit(course, held -> held.withHash(path, hash, database.nextEdit()));
  }

  /** Replaces by hand the bytes stored under a file's recorded hash. */
  public void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    edit(course, held -> held.withBytes(path, Optional.of(bytes), database.nextEdit()));
  }

  /** Replaces the bytes stored under a file's recorded hash as a failing disk does: unnoticed. */
  public void damageBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    edit(course, held -> held.withDamage(path, bytes));
  }

  /** Deletes by hand the bytes stored under a file's recorded hash. */
  public void deleteBytes(CourseId course, ArtifactPath path) {
    edit(course, held -> held.withBytes(path, Optional.empty(), database.nextEdit()));
  }

  /** Sets by hand the bytes of a file, and the recorded hash and size that fit them. */
  public void editBoth(CourseId course, ArtifactPath path, byte[] bytes) {
    upload(course, MirrorWriter.parts(bytes));
    edit(course, held -> held.withHash(path, Sha256.of(bytes), bytes.length, database.nextEdit()));
  }

  /** Sets the recorded size of a file by hand. */
  public void editSize(CourseId course, ArtifactPath path, long size) {
    edit(course, held -> held.withSize(path, size, database.nextEdit()));
  }

  /** Deletes by hand a file's row, leaving no tombstone. */
  public void deleteRow(CourseId course, ArtifactPath path) {
    edit(course, held -> held.withoutRow(path, database.nextEdit()));
  }

  /** Sets a column of a typed row by hand. */
  public void editTyped(CourseId course, RowKey key, String column, String value) {
    edit(
        course,
        held ->
            held.withRow(
                key,
                Optional.of(held.typed().rows().get(key).edited(column, value)),
                database.nextEdit()));
  }

  /** Inserts by hand a typed row that is a copy of another one. */
  public void copyTyped(CourseId course, RowKey from, RowKey to) {
    edit(
        course,
        held -> {
          InMemoryRow copied = held.typed().rows().get(from);
          InMemoryRow copy = new InMemoryRow(Optional.empty(), copied.values(), copied.texts());
          return held.withRow(to, Optional.of(copy), database.nextEdit());
        });
  }

  /** Deletes a typed row by hand. */
  public void deleteTyped(CourseId course, RowKey key) {
    edit(course, held -> held.withRow(key, Optional.empty(), database.nextEdit()));
  }

  private void edit(CourseId course, java.util.function.UnaryOperator<InMemoryCourse> edit) {
    database.locked(
        () -> held().put(course, edit.apply(held().getOrDefault(course, InMemoryCourse.EMPTY))));
  }

  private SortedMap<CourseId, InMemoryCourse> held() {
    return database.project(project);
  }

  private static CourseSummary summary(MirrorCourse course) {
    List<ManifestEntry> files =
        course.files().values().stream()
            .filter(RemoteFile.Stored.class::isInstance)
            .map(file -> ((RemoteFile.Stored) file).entry())
            .toList();
    return new CourseSummary(
        course.head().course(),
        course.head().revision(),
        course.head().origin(),
        files.size(),
        files.stream().mapToLong(ManifestEntry::size).sum());
  }
}
