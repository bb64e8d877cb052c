package io.creatoros.core.resilience;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.SampleRows.healing;
import static io.creatoros.testkit.SampleRows.keeping;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.metadata;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mirror whose answers are remembered, as programs see it, and as it is. Time stands still until
 * it is made to pass.
 *
 * <pre>
 * mirror: remembering ─ asked: faulty ─ home: in memory
 * </pre>
 */
final class KnownMirror {

  static final Duration FRESH = Duration.ofSeconds(5);
  static final CourseId COURSE = new CourseId("nova-formacao/trilha-3");
  static final CourseId OTHER = new CourseId("nova-formacao/trilha-4");
  static final String A = "lessons/1.1-a.md";
  static final String B = "lessons/1.2-b.md";
  static final byte[] FIRST = text("# A");
  static final byte[] SECOND = text("# B");

  private final AtomicLong now = new AtomicLong();
  final InMemoryCourseMirror home = new InMemoryCourseMirror();
  final FaultyMirror asked = new FaultyMirror(home);
  final MirrorMemory memory = newMemory();
  final CourseMirror mirror = new RememberingMirror(asked, memory);

  MirrorMemory newMemory() {
    return new MirrorMemory(now::get);
  }

  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  MirrorCourse read(CourseId course) {
    return mirror.read(course, Evidence.RECORDED);
  }

  MirrorWriter writer() {
    return new MirrorWriter(mirror);
  }

  /** Writes past what is remembered. */
  MirrorWriter others() {
    return new MirrorWriter(home);
  }

  void startAnew() {
    home.database().truncate();
    memory.forgetAll();
  }

  void writeKnown(long at, String name, byte[] bytes) {
    mirror.upload(COURSE, MirrorWriter.parts(bytes));
    committed(commit(at, put(name, bytes)));
  }

  CommitResult commit(long at, Change... changes) {
    return mirror.commit(COURSE, at, ORIGIN, List.of(changes), Optional.empty());
  }

  void projected(long at, List<Change> changes, Map<String, String> facts) {
    mirror.upload(COURSE, MirrorWriter.parts(FIRST));
    mirror.upload(COURSE, MirrorWriter.parts(SECOND));
    committed(mirror.commit(COURSE, at, ORIGIN, changes, rows(facts)));
  }

  static Optional<Projection> rows(Map<String, String> facts) {
    return Optional.of(keeping(whole(), facts));
  }

  static Optional<Projection> mended() {
    return Optional.of(healing(whole()));
  }

  static Projection whole() {
    return projection(piece("T"), metadata(2, Sha256.of(FIRST)), row(A, FIRST), row(B, SECOND));
  }

  static TypedRow row(String path, byte[] bytes) {
    return lesson(path, bytes, "0.5");
  }

  Projection sent(Projection projection) {
    return sent(1, projection);
  }

  Projection sent(long at, Projection projection) {
    committed(mirror.commit(COURSE, at, ORIGIN, List.of(), Optional.of(projection)));
    return asked.projected().orElseThrow();
  }

  static Optional<Sha256> hash(byte[] bytes) {
    return Optional.of(Sha256.of(bytes));
  }

  void assertKnownAsItIs() {
    asked.forgetCalls();
    assertThat(read(COURSE)).isEqualTo(home.read(COURSE, Evidence.RECORDED));
    assertThat(mirror.facts(COURSE)).isEqualTo(home.facts(COURSE));
    assertThat(asked.calls()).isEmpty();
  }

  void assertReadAnew() {
    asked.forgetCalls();
    read(COURSE);
    assertThat(asked.calls()).containsExactly("read");
  }
}
