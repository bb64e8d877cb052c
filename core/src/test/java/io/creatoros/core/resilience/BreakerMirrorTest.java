package io.creatoros.core.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.DecoratedMirrorContract;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryBreakerMemory;
import io.creatoros.testkit.InMemoryCourseMirror;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BreakerMirrorTest implements DecoratedMirrorContract {

  private final InMemoryCourseMirror home = new InMemoryCourseMirror();
  private final FaultyMirror faulty = new FaultyMirror(home);
  private final ManualTime time = new ManualTime(Instant.EPOCH);
  private final Breaker breaker =
      new Breaker(BreakerPolicy.DEFAULT, new InMemoryBreakerMemory(), this::probe, time, time);
  private final CourseMirror mirror = decorated(faulty);

  private void probe() {
    faulty.courses();
  }

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
    return new BreakerMirror(delegate, breaker);
  }

  @Test
  void everyMethodButCloseShouldBeSuspendedWhileOpen() throws ReflectiveOperationException {
    faulty.setDown(true);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(mirror::courses).isInstanceOf(StorageUnavailableException.class);
    }
    faulty.setDown(false);
    faulty.forgetCalls();

    for (Method method : CourseMirror.class.getMethods()) {
      Object[] arguments =
          Arrays.stream(method.getParameterTypes()).map(this::sample).toArray(Object[]::new);
      if (method.getName().equals("close")) {
        method.invoke(mirror, arguments);
      } else {
        assertThatThrownBy(() -> method.invoke(mirror, arguments))
            .cause()
            .extracting(e -> ((StorageException) e).code())
            .isEqualTo("MIRROR_SUSPENDED");
      }
    }

    assertThat(faulty.calls()).isEmpty();
    time.advance(Duration.ofSeconds(5));
    assertThat(faulty.calls()).containsExactly("courses");
    assertThat(mirror.courses()).isEmpty();
  }
}
