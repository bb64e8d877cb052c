package io.creatoros.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.sync.Lanes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What lanes do: one sender per course. */
public interface LanesContract {

  /** The lanes under test; none is held when a test starts. */
  Lanes lanes();

  /** The lanes of the same workspace as another process has them. */
  Lanes others();

  @Test
  default void acquireShouldFailWhenLaneIsHeld() {
    CourseId course = new CourseId("nova-formacao/trilha-3");
    Lanes.Lane held = lanes().acquire(course, Duration.ZERO);

    for (Lanes contender : List.of(lanes(), others())) {
      assertThatThrownBy(() -> contender.acquire(course, Duration.ZERO))
          .isInstanceOf(StorageLockedException.class)
          .hasMessageContaining(course.path());
      assertThatThrownBy(() -> contender.acquire(course, Duration.ofMillis(20)))
          .isInstanceOf(StorageLockedException.class);
    }
    held.close();
  }

  @Test
  default void acquireShouldSucceedWhenLaneWasGivenBack() {
    CourseId course = new CourseId("curso");

    for (int i = 0; i < 3; i++) {
      lanes().acquire(course, Duration.ZERO).close();
      others().acquire(course, Duration.ZERO).close();
    }
    Lanes.Lane held = others().acquire(course, Duration.ZERO);

    assertThatThrownBy(() -> lanes().acquire(course, Duration.ZERO))
        .isInstanceOf(StorageLockedException.class);
    held.close();
  }

  @Test
  default void acquireShouldSucceedWhenOtherCoursesAreHeld() {
    List<CourseId> courses =
        List.of(
            CourseId.ROOT,
            new CourseId("a"),
            new CourseId("A"),
            new CourseId("a/b"),
            new CourseId("a_b"),
            new CourseId("a b"),
            new CourseId("a%2Fb"),
            new CourseId("à"),
            new CourseId("\ud83c\udfaf"),
            new CourseId("segmento-".repeat(25) + "/" + "ç".repeat(120)));

    List<Lanes.Lane> held =
        courses.stream().map(course -> lanes().acquire(course, Duration.ZERO)).toList();

    assertThat(held).hasSameSizeAs(courses);
    held.forEach(Lanes.Lane::close);
  }

  @Test
  default void acquireShouldWaitWhenLaneIsGivenBackInTime() throws Exception {
    CourseId course = new CourseId("curso");
    Lanes.Lane held = lanes().acquire(course, Duration.ZERO);
    CountDownLatch started = new CountDownLatch(1);
    ExecutorService waiter = Executors.newSingleThreadExecutor();
    try {
      Future<Lanes.Lane> waiting =
          waiter.submit(
              () -> {
                started.countDown();
                return others().acquire(course, Duration.ofMinutes(1));
              });
      started.await();

      held.close();

      waiting.get(1, TimeUnit.MINUTES).close();
    } finally {
      waiter.shutdownNow();
    }
  }

  @Test
  default void closeShouldLeaveNextHolderAloneWhenRepeated() {
    CourseId course = new CourseId("curso");
    Lanes.Lane first = lanes().acquire(course, Duration.ZERO);
    first.close();
    Lanes.Lane second = lanes().acquire(course, Duration.ZERO);

    first.close();

    assertThatThrownBy(() -> others().acquire(course, Duration.ZERO))
        .isInstanceOf(StorageLockedException.class);
    second.close();
  }

  @Test
  default void acquireShouldAdmitOneAtATimeWhenManyWant() throws Exception {
    CourseId course = new CourseId("curso");
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    Race.run(
        4,
        () -> {
          Lanes own = Thread.currentThread().getName().endsWith("0") ? others() : lanes();
          for (int i = 0; i < 25; i++) {
            Lanes.Lane lane = own.acquire(course, Duration.ofMinutes(1));
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
            lane.close();
          }
          return true;
        });

    assertThat(most).hasValue(1);
  }
}
