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
import java.util.function.Supplier;

/**
 * A mirror whose failing calls are repeated once, within the budget of one write. Made anew for
 * each write.
 *
 * <p>A call whose answer was lost is repeated too, which every method bears:
 *
 * <ul>
 *   <li>questions change nothing;
 *   <li>{@link #upload} stores the same bytes under the same hashes;
 *   <li>{@link #commit} writes at the revision it expects only: if the first one was done, the
 *       second answers {@link CommitResult.CourseMoved}, the caller reads again, and finds its own
 *       hashes by the note it took before. Rows and facts alone are written to the same effect;
 *   <li>{@link #move} of a course that was moved already fails as one of a course that is not
 *       there, and the caller sees where it stands;
 *   <li>{@link #close} is not repeated.
 * </ul>
 *
 * <p>Of {@link #open} only the opening is repeated, not what is read from the stream.
 */
public final class RetryOnceMirror implements CourseMirror {

  private final CourseMirror delegate;
  private final RetryOnce retry;
  private final Budget budget;

  /** Repeats calls to a mirror for as long as a budget lasts. */
  public RetryOnceMirror(CourseMirror delegate, RetryOnce retry, Budget budget) {
    this.delegate = delegate;
    this.retry = retry;
    this.budget = budget;
  }

  @Override
  public MirrorIdentity identity() {
    return call(delegate::identity);
  }

  @Override
  public List<CourseId> courses() {
    return call(delegate::courses);
  }

  @Override
  public List<CourseSummary> summaries() {
    return call(delegate::summaries);
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> courses) {
    return call(() -> delegate.heads(courses));
  }

  @Override
  public MirrorCourse read(CourseId course, Evidence evidence) {
    return call(() -> delegate.read(course, evidence));
  }

  @Override
  public Manifest manifest(CourseId course, Evidence evidence) {
    return call(() -> delegate.manifest(course, evidence));
  }

  @Override
  public Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return call(() -> delegate.open(course, path));
  }

  @Override
  public Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes) {
    return call(() -> delegate.missing(course, sizes));
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
    return call(() -> delegate.commit(course, atRevision, origin, changes, projection));
  }

  @Override
  public SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    return call(() -> delegate.facts(course));
  }

  @Override
  public TypedRows rows(CourseId course) {
    return call(() -> delegate.rows(course));
  }

  @Override
  public List<ForeignEdit> foreignEdits(CourseId course, long after) {
    return call(() -> delegate.foreignEdits(course, after));
  }

  @Override
  public void move(CourseId from, CourseId to) {
    run(() -> delegate.move(from, to));
  }

  @Override
  public void close() {
    delegate.close();
  }

  private <T> T call(Supplier<T> work) {
    return retry.call(budget, work);
  }

  private void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }
}
