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
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A mirror behind a {@link Breaker}: while that is open, calls end at once with a failure of code
 * {@link Breaker#SUSPENDED}. Made anew as often as needed; the breaker lives on.
 */
public final class BreakerMirror implements CourseMirror {

  private final CourseMirror delegate;
  private final Breaker breaker;

  /** Calls a mirror as its breaker lets it. */
  public BreakerMirror(CourseMirror delegate, Breaker breaker) {
    this.delegate = delegate;
    this.breaker = breaker;
  }

  @Override
  public MirrorIdentity identity() {
    return breaker.guard(delegate::identity);
  }

  @Override
  public List<CourseId> courses() {
    return breaker.guard(delegate::courses);
  }

  @Override
  public List<CourseSummary> summaries() {
    return breaker.guard(delegate::summaries);
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> courses) {
    return breaker.guard(() -> delegate.heads(courses));
  }

  @Override
  public MirrorCourse read(CourseId course, Evidence evidence) {
    return breaker.guard(() -> delegate.read(course, evidence));
  }

  @Override
  public Manifest manifest(CourseId course, Evidence evidence) {
    return breaker.guard(() -> delegate.manifest(course, evidence));
  }

  @Override
  public Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return breaker.guard(() -> delegate.open(course, path));
  }

  @Override
  public Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes) {
    return breaker.guard(() -> delegate.missing(course, sizes));
  }

  @Override
  public void upload(CourseId course, List<ContentPart> parts) {
    run(() -> delegate.upload(course, parts));
  }

  @Override
  public CommitResult commit(
      CourseId course,
      long atRevision,
      String origin,
      List<Change> changes,
      Optional<Projection> projection) {
    return breaker.guard(() -> delegate.commit(course, atRevision, origin, changes, projection));
  }

  @Override
  public SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    return breaker.guard(() -> delegate.facts(course));
  }

  @Override
  public TypedRows rows(CourseId course) {
    return breaker.guard(() -> delegate.rows(course));
  }

  @Override
  public List<ForeignEdit> foreignEdits(CourseId course, long after) {
    return breaker.guard(() -> delegate.foreignEdits(course, after));
  }

  @Override
  public void move(CourseId from, CourseId to) {
    run(() -> delegate.move(from, to));
  }

  @Override
  public void close() {
    delegate.close();
  }

  private void run(Runnable work) {
    breaker.guard(
        () -> {
          work.run();
          return true;
        });
  }
}
