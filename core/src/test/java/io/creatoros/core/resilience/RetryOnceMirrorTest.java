package io.creatoros.core.resilience;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.DecoratedMirrorContract;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryCourseMirror;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryOnceMirrorTest implements DecoratedMirrorContract {

  private final InMemoryCourseMirror home = new InMemoryCourseMirror();
  private final FaultyMirror faulty = new FaultyMirror(home);
  private final CourseMirror mirror = decorated(faulty);

  @Override
  public InMemoryCourseMirror home() {
    return home;
  }

  @Override
  public CourseMirror mirror() {
    return mirror;
  }

  @Override
  public CourseMirror decorated(CourseMirror delegate) {
    RetryOnce retry = new RetryOnce(Duration.ZERO, () -> 0.5, time -> {}, () -> {});
    return new RetryOnceMirror(delegate, retry, Budget.of(Duration.ofMinutes(5)));
  }

  @Test
  void everyMethodButCloseShouldBeRepeated() throws ReflectiveOperationException {
    for (Method method : CourseMirror.class.getMethods()) {
      faulty.forgetCalls();
      faulty.setDown(true);
      Object[] arguments =
          Arrays.stream(method.getParameterTypes()).map(this::sample).toArray(Object[]::new);
      if (method.getName().equals("close")) {
        method.invoke(mirror, arguments);
        assertThat(faulty.calls()).isEmpty();
      } else {
        assertThatThrownBy(() -> method.invoke(mirror, arguments))
            .isInstanceOf(InvocationTargetException.class)
            .hasCauseInstanceOf(StorageUnavailableException.class);
        assertThat(faulty.calls()).containsExactly(method.getName(), method.getName());
      }
    }
  }

  @Test
  void commitShouldTellThatCourseMovedWhenItsFirstAnswerWasLost() {
    CourseId course = new CourseId("curso");
    writer().upload(course, text("a"));
    faulty.loseNextAnswer();

    CommitResult result =
        mirror.commit(course, 0, ORIGIN, List.of(put("a.md", text("a"))), Optional.empty());

    assertThat(result).isEqualTo(new CommitResult.CourseMoved(1));
    assertThat(read(course).head().revision()).isEqualTo(1);
  }
}
