package io.creatoros.core.resilience;

import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.compare.Bases;
import io.creatoros.core.compare.CourseBases;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.Capability;
import io.creatoros.testkit.DecoratedMirrorContract;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryBases;
import io.creatoros.testkit.InMemoryBreakerMemory;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 *
 *
 * <pre>
 * writer ─► remembering ─ breaker ─ retry once ─ meters ─► faulty ─ in memory
 *                            └─ probe ───────────────────────┘
 * </pre>
 */
class ResilientMirrorTest implements DecoratedMirrorContract {

  private static final CourseId COURSE = new CourseId("curso");
  private static final Budget BUDGET = Budget.of(Duration.ofHours(1));

  private final InMemoryCourseMirror home = new InMemoryCourseMirror();
  private final FaultyMirror faulty = new FaultyMirror(home);
  private final ManualTime time = new ManualTime(Instant.EPOCH);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final InMemoryBreakerMemory told = new InMemoryBreakerMemory();
  private final Breaker breaker =
      new Breaker(BreakerPolicy.DEFAULT, told, () -> faulty.heads(List.of()), time, time);
  private final ResilientMirror guard = guard();

  private ResilientMirror guard() {
    MirrorMeters meters = new MirrorMeters(registry);
    RetryOnce retry = new RetryOnce(Duration.ZERO, () -> 0.5, pause -> {}, meters::retried);
    return new ResilientMirror(breaker, retry, meters, new MirrorMemory(time::nanos));
  }

  @Override
  public InMemoryCourseMirror home() {
    return home;
  }

  @Override
  public CourseMirror mirror() {
    return guard.guard(faulty, BUDGET);
  }

  @Override
  public CourseMirror decorated(CourseMirror delegate) {
    return guard().guard(delegate, BUDGET);
  }

  @Override
  public Set<Capability> capabilities() {
    EnumSet<Capability> all = EnumSet.allOf(Capability.class);
    all.removeAll(
        Set.of(
            Capability.TELLS_LOOSE_CONTENTS, Capability.EDITS_BY_HAND, Capability.NUMBERS_EDITS));
    return all;
  }

  @Test
  void callShouldBeRepeatedAndCounted() {
    faulty.failCall(1);

    assertThat(mirror().courses()).isEmpty();

    assertThat(faulty.calls()).containsExactly("courses", "courses");
    assertThat(registry.get("creatoros.mirror.retries").counter().count()).isEqualTo(1);
    assertThat(registry.get("creatoros.mirror.call").timers())
        .extracting(timer -> timer.getId().getTag("outcome"))
        .containsExactlyInAnyOrder("unavailable", "ok");
  }

  @Test
  void mirrorShouldBeSparedWhenThreeCallsFailedTwice() {
    faulty.setDown(true);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> mirror().courses()).hasMessageContaining("connection lost");
    }
    assertThat(faulty.calls()).hasSize(6);

    assertThatThrownBy(() -> mirror().courses())
        .extracting(e -> ((StorageException) e).code())
        .isEqualTo(Breaker.SUSPENDED);
    assertThat(faulty.calls()).hasSize(6);
    faulty.setDown(false);
    time.advance(Duration.ofSeconds(5));

    assertThat(mirror().courses()).isEmpty();
  }

  @Test
  void whatIsKnownShouldBeAnsweredWhileMirrorIsDown() {
    writer().write(COURSE, "a.md", text("a"));
    faulty.setDown(true);

    assertThat(mirror().read(COURSE, Evidence.RECORDED))
        .isEqualTo(home.read(COURSE, Evidence.RECORDED));
  }

  @Test
  void mirrorThatWasOpenedAnewShouldBeReadAnew() {
    writer().write(COURSE, "a.md", text("a"));
    FaultyMirror another = new FaultyMirror(new InMemoryCourseMirror());

    assertThat(guard.guard(another, BUDGET).read(COURSE, Evidence.RECORDED).files()).isEmpty();

    assertThat(another.calls()).containsExactly("read");
  }

  @Test
  void basesShouldMakeMirrorForgotten() {
    writer().write(COURSE, "a.md", text("a"));
    new MirrorWriter(home).write(COURSE, "a.md", text("by another process"));
    InMemoryBases bases = new InMemoryBases();
    bases.save(COURSE, new CourseBases(2, 0, true, Collections.emptySortedMap()));

    guard.heeding(bases).load(COURSE);

    assertThat(mirror().read(COURSE, Evidence.RECORDED).head().revision()).isEqualTo(2);
  }

  @Test
  void openingShouldBeSuspendedWhenItFailedThreeTimes() {
    AtomicInteger opened = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> guard.opening(() -> failOpening(opened)))
          .hasMessage("connection refused");
    }

    assertThatThrownBy(() -> guard.opening(() -> failOpening(opened)))
        .hasMessageContaining("is tried again at 1970-01-01T00:00:05Z");

    assertThat(opened).hasValue(3);
    time.advance(Duration.ofSeconds(5));
    assertThat(guard.<String>opening(() -> "open")).isEqualTo("open");
  }

  @Test
  void openingShouldBeNoAnswerWhenItGivesWhatIsOpen() {
    faulty.setDown(true);
    for (int i = 0; i < 3; i++) {
      assertThat(guard.<String>opening(() -> "open already")).isEqualTo("open already");
      assertThatThrownBy(() -> mirror().courses()).hasMessageContaining("connection lost");
    }

    assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
  }

  @Test
  void openingShouldTryMirrorWhenAnEarlierProcessFoundItDown() {
    told.save(
        new BreakerMemory.Trouble(
            3, Instant.EPOCH, Instant.EPOCH, Optional.of(Instant.EPOCH), "down"));
    Breaker later = new Breaker(BreakerPolicy.DEFAULT, told, () -> {}, time, time);

    assertThat(later.<String>guardOpening(() -> "open")).isEqualTo("open");

    assertThat(later.state()).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void callsGivenUpShouldOpenBreaker() {
    for (int i = 0; i < 3; i++) {
      guard.gaveUp(new StorageUnavailableException("MIRROR_TIMEOUT", "no answer", ""));
    }

    assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
  }

  @Test
  void closeShouldEndProbingAndTheGaugeAndLeaveMirrorOpen() {
    guard.gaveUp(new StorageUnavailableException("MIRROR_TIMEOUT", "no answer", ""));
    guard.gaveUp(new StorageUnavailableException("MIRROR_TIMEOUT", "no answer", ""));
    guard.gaveUp(new StorageUnavailableException("MIRROR_TIMEOUT", "no answer", ""));
    assertThat(registry.get("creatoros.mirror.breaker").gauge().value()).isEqualTo(2);

    guard.close();

    assertThat(time.tasks()).isZero();
    assertThat(registry.find("creatoros.mirror.breaker").gauge()).isNull();
    assertThat(faulty.calls()).isEmpty();
  }

  @Test
  void usualOneShouldKeepTimeByItself() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (ResilientMirror usual =
        ResilientMirror.of(BreakerPolicy.DEFAULT, told, () -> {}, meters)) {
      faulty.failCall(1);
      CourseMirror guarded = usual.guard(faulty, Budget.of(Duration.ofMinutes(1)));

      assertThat(guarded.courses()).isEmpty();

      new MirrorWriter(guarded).write(COURSE, "a.md", text("a"));
      faulty.forgetCalls();
      guarded.read(COURSE, Evidence.RECORDED);
      assertThat(faulty.calls()).isEmpty();
      assertThat(meters.get("creatoros.mirror.retries").counter().count()).isEqualTo(1);
    }
  }

  @Test
  void noGuardShouldLeaveEverythingAsItIs() {
    Bases bases = new InMemoryBases();

    assertThat(MirrorGuard.NONE.guard(faulty, BUDGET)).isSameAs(faulty);
    assertThat(MirrorGuard.NONE.heeding(bases)).isSameAs(bases);
    assertThat(MirrorGuard.NONE.<String>opening(() -> "open")).isEqualTo("open");
    MirrorGuard.NONE.gaveUp(new StorageUnavailableException("MIRROR_TIMEOUT", "no answer", ""));
  }

  private static String failOpening(AtomicInteger opened) {
    opened.incrementAndGet();
    throw new StorageUnavailableException("DB_UNREACHABLE", "connection refused", "");
  }
}
