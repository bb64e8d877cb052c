package com.example.memory;

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
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.storage.StorageConflictException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** A project of a memory. A course is replaced whole, under a lock: that makes commits atomic. */
final class MemoryMirror implements CourseMirror {

  private final Memory memory;
  private final String project;

  MemoryMirror(Memory memory, String project) {
    this.memory = memory;
    this.project = project;
  }

  @Override
  public MirrorIdentity identity() {
    return memory.identity();
  }

  @Override
  public List<CourseId> courses() {
    return locked(() -> held().keySet().stream().filter(id -> course(id).isThere()).toList());
  }

  @Override
  public List<CourseSummary> summaries() {
    return locked(() -> courses().stream().map(id -> course(id).summary(id)).toList());
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> asked) {
    return locked(
        () -> {
          SortedMap<CourseId, CourseHead> heads = new TreeMap<>();
          asked.stream()
              .filter(held()::containsKey)
              .forEach(id -> heads.put(id, course(id).head(id)));
          return heads;
        });
  }

  /** Nobody can edit bytes by hand here, so that recomputed hashes are the recorded ones. */
  @Override
  public MirrorCourse read(CourseId id, Evidence evidence) {
    return ask(id, course -> course.isThere() ? course.asRead(id) : MirrorCourse.absent(id));
  }

  @Override
  public Manifest manifest(CourseId id, Evidence evidence) {
    return ask(id, course -> course.isThere() ? course.manifest(id) : Manifest.absent(id));
  }

  @Override
  public Optional<InputStream> open(CourseId id, ArtifactPath path) {
    return ask(id, course -> course.open(path));
  }

  @Override
  public Set<Sha256> missing(CourseId id, Map<Sha256, Long> sizes) {
    return ask(id, course -> course.contents().missing(sizes));
  }

  @Override
  public void upload(CourseId id, List<ContentPart> parts) {
    locked(() -> held().put(id, course(id).with(parts)));
  }

  @Override
  public CommitResult commit(
      CourseId id,
      long atRevision,
      String origin,
      List<Change> changes,
      Optional<Projection> projection) {
    return locked(
        () -> {
          Optional<CommitResult> refusal = course(id).refusal(atRevision, changes, projection);
          if (refusal.isPresent()) {
            return refusal.get();
          }
          MemoryCourse changed = course(id).with(origin, changes, projection);
          held().put(id, changed);
          return new CommitResult.Committed(
              changed.revision(), projection.isPresent() ? changed.rows().refused() : List.of());
        });
  }

  @Override
  public SortedMap<ArtifactPath, StoredFacts> facts(CourseId id) {
    return ask(id, MemoryCourse::facts);
  }

  @Override
  public TypedRows rows(CourseId id) {
    return ask(id, MemoryCourse::rows);
  }

  @Override
  public List<ForeignEdit> foreignEdits(CourseId id, long after) {
    return List.of();
  }

  @Override
  public void move(CourseId from, CourseId to) {
    locked(
        () -> {
          if (!course(from).isThere() || course(to).isThere()) {
            throw new StorageConflictException(
                "COURSE_NOT_MOVED",
                "\"" + from + "\" is not in the mirror, or \"" + to + "\" is there already",
                "creatoros courses");
          }
          held().put(to, course(from).outdated());
          return held().remove(from);
        });
  }

  /** There is nothing to give back. */
  @Override
  public void close() {}

  private <T> T ask(CourseId id, Function<MemoryCourse, T> question) {
    return locked(() -> question.apply(course(id)));
  }

  private MemoryCourse course(CourseId id) {
    return held().getOrDefault(id, MemoryCourse.NONE);
  }

  private SortedMap<CourseId, MemoryCourse> held() {
    return memory.project(project);
  }

  private <T> T locked(Supplier<T> work) {
    synchronized (memory) {
      return work.get();
    }
  }
}
