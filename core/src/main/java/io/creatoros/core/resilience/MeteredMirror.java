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
 * A mirror whose calls are timed and counted, each attempt for itself. The time of {@link #open} is
 * that of opening.
 */
public final class MeteredMirror implements CourseMirror {

  private final CourseMirror delegate;
  private final MirrorMeters meters;

  /** Meters the calls to a mirror. */
  public MeteredMirror(CourseMirror delegate, MirrorMeters meters) {
    this.delegate = delegate;
    this.meters = meters;
  }

  @Override
  public MirrorIdentity identity() {
    return meters.timed("identity", delegate::identity);
  }

  @Override
  public List<CourseId> courses() {
    return meters.timed("courses", delegate::courses);
  }

  @Override
  public List<CourseSummary> summaries() {
    return meters.timed("summaries", delegate::summaries);
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> courses) {
    return meters.timed("heads", () -> delegate.heads(courses));
  }

  @Override
  public MirrorCourse read(CourseId course, Evidence evidence) {
    return meters.timed("read", () -> delegate.read(course, evidence));
  }

  @Override
  public Manifest manifest(CourseId course, Evidence evidence) {
    return meters.timed("manifest", () -> delegate.manifest(course, evidence));
  }

  @Override
  public Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return meters.timed("open", () -> delegate.open(course, path));
  }

  @Override
  public Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes) {
    return meters.timed("missing", () -> delegate.missing(course, sizes));
  }

  @Override
  public void upload(CourseId course, List<ContentPart> parts) {
    run("upload", () -> delegate.upload(course, parts));
    meters.sent(parts.stream().mapToLong(part -> part.bytes().length).sum());
  }

  @Override
  public CommitResult commit(
      CourseId course,
      long atRevision,
      String origin,
      List<Change> changes,
      Optional<Projection> projection) {
    return meters.timed(
        "commit", () -> delegate.commit(course, atRevision, origin, changes, projection));
  }

  @Override
  public SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    return meters.timed("facts", () -> delegate.facts(course));
  }

  @Override
  public TypedRows rows(CourseId course) {
    return meters.timed("rows", () -> delegate.rows(course));
  }

  @Override
  public List<ForeignEdit> foreignEdits(CourseId course, long after) {
    return meters.timed("foreignEdits", () -> delegate.foreignEdits(course, after));
  }

  @Override
  public void move(CourseId from, CourseId to) {
    run("move", () -> delegate.move(from, to));
  }

  @Override
  public void close() {
    delegate.close();
  }

  private void run(String operation, Runnable work) {
    meters.timed(
        operation,
        () -> {
          work.run();
          return true;
        });
  }
}
