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
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.StoredFacts;
import io.creatoros.core.course.TypedRows;
import io.creatoros.core.storage.StorageUnavailableException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/** A mirror that fails on demand and remembers which of its methods were called. */
public final class FaultyMirror implements CourseMirror {

  private final CourseMirror delegate;
  private final List<String> calls = new ArrayList<>();
  private final Map<String, Deque<Runnable>> planned = new HashMap<>();
  private long failing;
  private boolean down;
  private boolean losingAnswer;
  private Optional<Projection> projected = Optional.empty();

  /** Passes everything on until told otherwise. */
  public FaultyMirror(CourseMirror delegate) {
    this.delegate = delegate;
  }

  /** Makes one call fail before it reaches the mirror: the next is number 1. */
  public synchronized void failCall(int number) {
    failing = calls.size() + (long) number;
  }

  /** Makes all calls fail, or none. */
  public synchronized void setDown(boolean isDown) {
    down = isDown;
  }

  /** Makes the next commit succeed in the mirror and fail for its caller. */
  public synchronized void loseNextAnswer() {
    losingAnswer = true;
  }

  /** Does something just before the next commit that has nothing planned yet. */
  public void beforeNextCommit(Runnable action) {
    beforeNext("commit", action);
  }

  /**
   * Does something just before the next call of a method that has nothing planned yet; what it
   * throws, the call throws.
   */
  public synchronized void beforeNext(String method, Runnable action) {
    planned.computeIfAbsent(method, unused -> new ArrayDeque<>()).add(action);
  }

  /** The names of the methods called so far, in order. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** How often a method was called so far. */
  public long calls(String method) {
    return calls().stream().filter(method::equals).count();
  }

  /** The projection that the last commit wrote; empty when it wrote none. */
  public synchronized Optional<Projection> projected() {
    return projected;
  }

  /** Forgets which methods were called, and the call that was to fail. */
  public synchronized void forgetCalls() {
    calls.clear();
    failing = 0;
  }

  @Override
  public MirrorIdentity identity() {
    return call("identity", delegate::identity);
  }

  @Override
  public List<CourseId> courses() {
    return call("courses", delegate::courses);
  }

  @Override
  public List<CourseSummary> summaries() {
    return call("summaries", delegate::summaries);
  }

  @Override
  public Map<CourseId, CourseHead> heads(Collection<CourseId> courses) {
    return call("heads", () -> delegate.heads(courses));
  }

  @Override
  public MirrorCourse read(CourseId course, Evidence evidence) {
    return call("read", () -> delegate.read(course, evidence));
  }

  @Override
  public Manifest manifest(CourseId course, Evidence evidence) {
    return call("manifest", () -> delegate.manifest(course, evidence));
  }

  @Override
  public Optional<InputStream> open(CourseId course, ArtifactPath path) {
    return call("open", () -> delegate.open(course, path));
  }

  @Override
  public Set<Sha256> missing(CourseId course, Map<Sha256, Long> sizes) {
    return call("missing", () -> delegate.missing(course, sizes));
  }

  @Override
  public void upload(CourseId course, List<ContentPart> parts) {
    call(
        "upload",
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
    return call(
        "commit",
        () -> {
          CommitResult result = delegate.commit(course, atRevision, origin, changes, projection);
          remember(projection);
          if (losesAnswer()) {
            throw unavailable("commit, whose answer was lost");
          }
          return result;
        });
  }

  @Override
  public SortedMap<ArtifactPath, StoredFacts> facts(CourseId course) {
    return call("facts", () -> delegate.facts(course));
  }

  @Override
  public TypedRows rows(CourseId course) {
    return call("rows", () -> delegate.rows(course));
  }

  @Override
  public List<ForeignEdit> foreignEdits(CourseId course, long after) {
    return call("foreignEdits", () -> delegate.foreignEdits(course, after));
  }

  @Override
  public void move(CourseId from, CourseId to) {
    call(
        "move",
        () -> {
          delegate.move(from, to);
          return true;
        });
  }

  @Override
  public void close() {
    delegate.close();
  }

  private synchronized Optional<Runnable> planned(String method) {
    return Optional.ofNullable(planned.get(method)).map(Deque::poll);
  }

  private synchronized void remember(Optional<Projection> projection) {
    projected = projection;
  }

  private synchronized boolean losesAnswer() {
    boolean loses = losingAnswer;
    losingAnswer = false;
    return loses;
  }

  private <T> T call(String method, Supplier<T> work) {
    if (fails(method)) {
      throw unavailable(method);
    }
    planned(method).ifPresent(Runnable::run);
    return work.get();
  }

  private synchronized boolean fails(String method) {
    calls.add(method);
    return down || calls.size() == failing;
  }

  private static StorageUnavailableException unavailable(String what) {
    return new StorageUnavailableException("DB_UNREACHABLE", "connection lost in " + what, "");
  }
}
