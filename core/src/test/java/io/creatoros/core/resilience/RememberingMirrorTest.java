package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.KnownMirror.FRESH;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Sha256;
import io.creatoros.testkit.Capability;
import io.creatoros.testkit.DecoratedMirrorContract;
import io.creatoros.testkit.InMemoryCourseMirror;
import java.util.EnumSet;
import java.util.Set;

/** Time stands still, but for edits by hand: whoever makes one takes his time. */
class RememberingMirrorTest implements DecoratedMirrorContract {

  private final KnownMirror known = new KnownMirror();

  @Override
  public InMemoryCourseMirror home() {
    return known.home;
  }

  @Override
  public CourseMirror mirror() {
    return known.mirror;
  }

  @Override
  public CourseMirror decorated(CourseMirror delegate) {
    return new RememberingMirror(delegate, known.newMemory());
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.TELLS_LOOSE_CONTENTS));
  }

  @Override
  public void editHash(CourseId course, ArtifactPath path, Sha256 hash) {
    known.pass(FRESH);
    known.home.editHash(course, path, hash);
  }

  @Override
  public void editBytes(CourseId course, ArtifactPath path, byte[] bytes) {
    known.pass(FRESH);
    known.home.editBytes(course, path, bytes);
  }

  @Override
  public void deleteBytes(CourseId course, ArtifactPath path) {
    known.pass(FRESH);
    known.home.deleteBytes(course, path);
  }

  @Override
  public void deleteRow(CourseId course, ArtifactPath path) {
    known.pass(FRESH);
    known.home.deleteRow(course, path);
  }
}
