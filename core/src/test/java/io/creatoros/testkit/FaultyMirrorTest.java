package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageUnavailableException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A decorator passes the contract of what it decorates. */
class FaultyMirrorTest implements DecoratedMirrorContract {

  private final InMemoryCourseMirror delegate = new InMemoryCourseMirror();
  private final FaultyMirror mirror = new FaultyMirror(delegate);

  @Override
  public InMemoryCourseMirror home() {
    return delegate;
  }

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror decorated(CourseMirror decorated) {
    return new FaultyMirror(decorated);
  }

  @Test
  void failCallShouldFailThatCallOnly() {
    mirror.failCall(2);

    assertThat(mirror.courses()).isEmpty();
    assertThatThrownBy(mirror::courses).isInstanceOf(StorageUnavailableException.class);
    assertThat(mirror.courses()).isEmpty();
    assertThat(mirror.calls("courses")).isEqualTo(3);
  }

  @Test
  void setDownShouldFailEveryCall() {
    mirror.setDown(true);

    assertThatThrownBy(mirror::courses).isInstanceOf(StorageUnavailableException.class);
    assertThatThrownBy(mirror::identity).isInstanceOf(StorageUnavailableException.class);
    mirror.setDown(false);
    assertThat(mirror.courses()).isEmpty();
  }

  @Test
  void loseNextAnswerShouldCommitAndFail() {
    CourseId course = new CourseId("curso");
    writer().upload(course, text("a"));
    List<Change> changes = List.of(put("a.md", text("a")));
    mirror.loseNextAnswer();

    assertThatThrownBy(() -> mirror.commit(course, 0, ORIGIN, changes, Optional.empty()))
        .isInstanceOf(StorageUnavailableException.class);

    assertThat(read(course).head().revision()).isEqualTo(1);
  }

  @Test
  void beforeNextCommitShouldRunOnce() {
    CourseId course = new CourseId("curso");
    mirror.beforeNextCommit(() -> new MirrorWriter(delegate).write(course, "b.md", text("b")));
    writer().upload(course, text("a"));

    var first = mirror.commit(course, 0, ORIGIN, List.of(put("a.md", text("a"))), Optional.empty());
    var second =
        mirror.commit(course, 1, ORIGIN, List.of(put("a.md", text("a"))), Optional.empty());

    assertThat(first).hasToString("CourseMoved[revision=1]");
    assertThat(second).hasToString("Committed[revision=2, refused=[]]");
  }
}
