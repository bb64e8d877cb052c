package io.creatoros.core.resilience;

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
import io.creatoros.core.course.RemoteFile;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * A mirror for a program that writes the same course again and again: it need not be asked for what
 * it answered a moment ago, nor for what its own commit has made since.
 *
 * <p>What is remembered may be behind what others wrote, and is never trusted with more than a
 * question: a commit goes to the mirror with the revision it was computed against, which decides.
 * Any answer but {@link CommitResult.Committed}, and any failure, makes the course forgotten, so
 * that the caller, who reads again, reads from the mirror. An edit by hand of a file that is not
 * written here is seen a little later.
 *
 * <p>Typed rows that the mirror took from here and that are to be the same again are not sent: see
 * {@link Projection#kept}.
 *
 * <p>{@link #missing} takes contents that no file of the course has for missing, though somebody
 * may have uploaded them: uploading them again changes nothing. Questions for what somebody may
 * have edited go to the mirror, and make the course forgotten.
 */
public final class RememberingMirror implements CourseMirror {

  private final CourseMirror delegate;
  private final MirrorMemory memory;

  /**
   * Remembers what a mirror says.
   *
   * @param memory what is remembered of that mirror, and of no other; outlives this
   */
  public RememberingMirror(CourseMirror delegate, MirrorMemory memory) {
    this.delegate = delegate;
    this.memory = memory;
  }

  @Override
  public MirrorIdentity identity() {
    return delegate.identity();
  }

  @Override
  public List<CourseId> courses() {
    return delegate.courses();
  }

  @Override
  public List<CourseSummary> summaries() {
    return delegate.summaries();
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> courses) {
    Map<CourseId, CourseHead> heads = new HashMap<>();
    for (CourseId course : courses) {
      memory.recall(course).ifPresent(known -> heads.put(course, known.course().head()));
    }
    if (heads.isEmpty()) {
      return delegate.heads(courses);
    }
    List<CourseId> unknown = courses.stream().filter(course -> !heads.containsKey(course)).toList();
    if (!unknown.isEmpty()) {
      heads.putAll(delegate.heads(unknown));
    }
    return Collections.unmodifiableMap(heads);
  }

  @Override
  public MirrorCourse read(CourseId course, Evidence evidence) {
    if (evidence == Evidence.RECOMPUTED) {
      return forgetting(course, () -> delegate.read(course, evidence));
    }
    return memory
        .recall(course)
        .map(Remembered::course)
        .orElseGet(() -> orForget(course, () -> readAnew(course)));
  }

  private MirrorCourse readAnew(CourseId course) {
    MirrorCourse read = delegate.read(course, Evidence.RECORDED);
    if (read.head().revision() > 0) {
      memory.read(course, read);
    } else {
      memory.forget(course);
    }
    return read;
  }

  @Override
  public Manifest manifest(CourseId course, Evidence evidence) {
    return evidence == Evidence.RECOMPUTED
        ? forgetting(course, () -> delegate.manifest(course, evidence))
        : delegate.manifest(course, evidence);
  }

  @Override
  public Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return delegate.open(course, path);
  }

  @Override
  public Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes) {
    return memory
        .recall(course)
        .map(known -> missing(known.course(), sizes))
        .orElseGet(() -> delegate.missing(course, sizes));
  }

  private Set<Sha256> missing(MirrorCourse known, Map<Sha256, Long> sizes) {
    Set<Sha256> missing = new HashSet<>(sizes.keySet());
    Map<Sha256, Long> named = new HashMap<>();
    for (RemoteFile file : known.files().values()) {
      if (file instanceof RemoteFile.Stored stored && missing.remove(stored.entry().recorded())) {
        Sha256 hash = stored.entry().recorded();
        named.put(hash, sizes.get(hash));
      }
    }
    if (!named.isEmpty()) {
      missing.addAll(delegate.missing(known.head().course(), named));
    }
    return missing;
  }

  @Override
  public void upload(CourseId course, List<ContentPart> parts) {
    orForget(
        course,
        () -> {
          delegate.upload(course, parts);
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
    Optional<Remembered> before = before(course, atRevision, projection);
    Optional<Projection> sent =
        projection.map(rows -> before.map(known -> known.keeping(rows)).orElse(rows));
    CommitResult result =
        orForget(course, () -> delegate.commit(course, atRevision, origin, changes, sent));
    Optional<Remembered> after =
        result instanceof CommitResult.Committed committed && committed.revision() > 0
            ? before.map(known -> known.after(committed, origin, changes, projection))
            : Optional.empty();
    after.ifPresentOrElse(known -> memory.confirmed(course, known), () -> memory.forget(course));
    return result;
  }

  @Override
  public SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    Optional<Remembered> known = memory.recall(course);
    return known
        .flatMap(Remembered::facts)
        .orElseGet(() -> orForget(course, () -> factsAnew(course, known)));
  }

  private SortedMap<ArtifactPath, StoredFacts> factsAnew(
      CourseId course, Optional<Remembered> known) {
    SortedMap<ArtifactPath, StoredFacts> facts = delegate.facts(course);
    known.ifPresent(before -> memory.add(course, before, before.with(facts)));
    return facts;
  }

  @Override
  public TypedRows rows(CourseId course) {
    return forgetting(course, () -> delegate.rows(course));
  }

  @Override
  public List<ForeignEdit> foreignEdits(CourseId course, long after) {
    return forgetting(course, () -> delegate.foreignEdits(course, after));
  }

  @Override
  public void move(CourseId from, CourseId to) {
    forgetting(
        from,
        () ->
            forgetting(
                to,
                () -> {
                  delegate.move(from, to);
                  return true;
                }));
  }

  @Override
  public void close() {
    memory.forgetAll();
    delegate.close();
  }

  private <T> T forgetting(CourseId course, Supplier<T> call) {
    try {
      return call.get();
    } finally {
      memory.forget(course);
    }
  }

  private <T> T orForget(CourseId course, Supplier<T> call) {
    boolean answered = false;
    try {
      T answer = call.get();
      answered = true;
      return answer;
    } finally {
      if (!answered) {
        memory.forget(course);
      }
    }
  }

  /** What a commit is made from, if what it makes is to be remembered. */
  private Optional<Remembered> before(
      CourseId course, long atRevision, Optional<Projection> projection) {
    if (projection.filter(Projection::heal).isPresent()) {
      return Optional.empty();
    }
    Optional<Remembered> known =
        atRevision == 0
            ? Optional.of(Remembered.unwritten(MirrorCourse.absent(course)))
            : memory.at(course, atRevision);
    boolean told = projection.isPresent();
    return known.filter(before -> told || before.course().head().refused() == 0);
  }
}
