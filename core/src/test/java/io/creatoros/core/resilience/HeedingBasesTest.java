package io.creatoros.core.resilience;

import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.testkit.BasesContract;
import io.creatoros.testkit.DecoratorContract;
import io.creatoros.testkit.InMemoryBases;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class HeedingBasesTest implements BasesContract, DecoratorContract<Bases> {

  private static final CourseId COURSE = new CourseId("curso");

  private final InMemoryCourseMirror home = new InMemoryCourseMirror();
  private final MirrorMemory memory = new MirrorMemory(() -> 0);
  private final CourseMirror mirror = new RememberingMirror(home, memory);
  private final InMemoryBases delegate = new InMemoryBases();
  private final Bases bases = decorated(delegate);

  @Override
  public Bases bases() {
    return bases;
  }

  @Override
  public Bases reopened() {
    return decorated(delegate);
  }

  @Override
  public Class<Bases> port() {
    return Bases.class;
  }

  @Override
  public Bases decorated(Bases decorated) {
    return new HeedingBases(decorated, memory);
  }

  @Override
  public Object sample(Class<?> type) {
    return type.equals(CourseBases.class)
        ? new CourseBases(7, 0, true, Collections.emptySortedMap())
        : DecoratorContract.super.sample(type);
  }

  @Test
  void loadShouldMakeMirrorForgottenWhenBasesAreNewer() {
    rememberFirstRevision();
    new MirrorWriter(home).write(COURSE, "a.md", text("by another process"));
    delegate.save(COURSE, new CourseBases(2, 0, true, Collections.emptySortedMap()));

    assertThat(bases.load(COURSE)).isPresent();

    assertThat(revisionSeen()).isEqualTo(2);
  }

  @Test
  void loadShouldMakeMirrorForgottenWhenBasesKnowOfLaterEdits() {
    rememberFirstRevision();
    home.editBytes(COURSE, new ArtifactPath("a.md"), text("by hand"));
    delegate.save(COURSE, new CourseBases(1, 1, true, Collections.emptySortedMap()));

    bases.load(COURSE);

    assertThat(mirror.read(COURSE, Evidence.RECORDED).head().edits()).isEqualTo(1);
  }

  @Test
  void loadShouldLeaveMirrorRememberedWhenBasesAreNoNewer() {
    rememberFirstRevision();
    new MirrorWriter(home).write(COURSE, "a.md", text("by somebody else"));

    bases.load(COURSE);
    delegate.save(COURSE, new CourseBases(1, 0, true, Collections.emptySortedMap()));
    bases.load(COURSE);
    bases.load(new CourseId("never seen"));

    assertThat(revisionSeen()).isEqualTo(1);
  }

  private void rememberFirstRevision() {
    new MirrorWriter(home).write(COURSE, "a.md", text("a"));
    assertThat(revisionSeen()).isEqualTo(1);
  }

  private long revisionSeen() {
    return mirror.read(COURSE, Evidence.RECORDED).head().revision();
  }
}
