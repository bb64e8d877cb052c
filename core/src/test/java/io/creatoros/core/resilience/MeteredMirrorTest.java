package io.creatoros.core.resilience;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.storage.CorruptRecordException;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageLockedException;
import io.creatoros.core.storage.StoragePermissionException;
import io.creatoros.core.storage.StorageRejectedException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.storage.StorageUnavailableException;
import io.creatoros.testkit.DecoratedMirrorContract;
import io.creatoros.testkit.FaultyMirror;
import io.creatoros.testkit.InMemoryBreakerMemory;
import io.creatoros.testkit.InMemoryCourseMirror;
import io.creatoros.testkit.MirrorWriter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeteredMirrorTest implements DecoratedMirrorContract {

  private static final CourseId COURSE = new CourseId("segredo/curso");

  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final MirrorMeters meters = new MirrorMeters(registry);
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
    return new MeteredMirror(delegate, meters);
  }

  @Test
  void callShouldBeTimedByOperation() {
    faulty.beforeNext("courses", () -> clock.add(Duration.ofMillis(30)));

    mirror.courses();
    mirror.courses();

    Timer timer = registry.get("creatoros.mirror.call").tags("operation", "courses").timer();
    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
  }

  @Test
  void failureShouldBeTimedByItsKind() {
    Map<String, RuntimeException> failures =
        Map.of(
            "unavailable", new StorageUnavailableException("DB_UNREACHABLE", "", ""),
            "conflict", new StorageConflictException("COURSE_EXISTS", "", ""),
            "rejected", new StorageRejectedException("DB_REJECTED", "", ""),
            "permission", new StoragePermissionException("DB_PERMISSION", "", ""),
            "schema", new StorageSchemaException("DB_SCHEMA", "", ""),
            "locked", new StorageLockedException("LOCKED", "", ""),
            "corrupt", new CorruptRecordException("DB_CORRUPT", "", ""),
            "defect", new IllegalStateException());

    failures.forEach(
        (outcome, failure) -> {
          faulty.beforeNext(
              "move",
              () -> {
                clock.add(Duration.ofMillis(7));
                throw failure;
              });
          assertThatThrownBy(() -> mirror.move(COURSE, new CourseId("b"))).isSameAs(failure);

          assertThat(timer("move", outcome).count()).isEqualTo(1);
          assertThat(timer("move", outcome).totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
        });
  }

  @Test
  void errorShouldBeTimedAsDefect() {
    faulty.beforeNext(
        "identity",
        () -> {
          throw new StackOverflowError();
        });

    assertThatThrownBy(mirror::identity).isInstanceOf(StackOverflowError.class);

    assertThat(timer("identity", "defect").count()).isEqualTo(1);
  }

  @Test
  void commitShouldBeTimedByWhatCameOfIt() {
    new MirrorWriter(mirror).upload(COURSE, text("a"));
    Change first = put("a.md", text("a"));

    mirror.commit(COURSE, 7, ORIGIN, List.of(first), Optional.empty());
    mirror.commit(COURSE, 0, ORIGIN, List.of(first), Optional.empty());
    mirror.commit(COURSE, 1, ORIGIN, List.of(first), Optional.empty());
    mirror.commit(COURSE, 1, ORIGIN, List.of(put("b.md", text("b"))), Optional.empty());

    assertThat(timer("commit", "moved").count()).as("the course and a file").isEqualTo(2);
    assertThat(timer("commit", "missing").count()).isEqualTo(1);
    assertThat(timer("commit", "ok").count()).isEqualTo(1);
  }

  @Test
  void bytesShouldCountWhenTheyWereTaken() {
    new MirrorWriter(mirror).upload(COURSE, text("12345"));
    new MirrorWriter(mirror).upload(COURSE, text("123"));
    faulty.setDown(true);
    assertThatThrownBy(() -> new MirrorWriter(mirror).upload(COURSE, text("1234567")))
        .isInstanceOf(StorageUnavailableException.class);

    assertThat(registry.get("creatoros.mirror.bytes.sent").counter().count()).isEqualTo(8);
    assertThat(timer("upload", "ok").count()).isEqualTo(2);
    assertThat(timer("upload", "unavailable").count()).isEqualTo(1);
  }

  @Test
  void retriesShouldCount() {
    RetryOnce retry = new RetryOnce(Duration.ZERO, () -> 0.5, time -> {}, meters::retried);
    RetryOnceMirror retrying = new RetryOnceMirror(mirror, retry, Budget.of(Duration.ofMinutes(1)));
    faulty.failCall(1);

    retrying.courses();
    retrying.courses();

    assertThat(registry.get("creatoros.mirror.retries").counter().count()).isEqualTo(1);
    assertThat(timer("courses", "unavailable").count()).isEqualTo(1);
    assertThat(timer("courses", "ok").count()).isEqualTo(2);
  }

  @Test
  void gaugeShouldShowBreaker() {
    ManualTime time = new ManualTime(Instant.EPOCH);
    BreakerPolicy first = new BreakerPolicy(1, Duration.ofSeconds(5), Duration.ofMinutes(1));
    Breaker breaker =
        new Breaker(
            first,
            new InMemoryBreakerMemory(),
            () -> assertThat(breakerShown()).isEqualTo(1),
            time,
            time);
    meters.watch(breaker);
    assertThat(breakerShown()).isZero();
    faulty.setDown(true);

    assertThatThrownBy(() -> new BreakerMirror(mirror, breaker).courses())
        .isInstanceOf(StorageUnavailableException.class);
    assertThat(breakerShown()).isEqualTo(2);
    time.advance(Duration.ofSeconds(5));

    assertThat(breakerShown()).isZero();
    assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
  }

  private double breakerShown() {
    return registry.get("creatoros.mirror.breaker").gauge().value();
  }

  @Test
  void metersShouldNameNoCourseAndNoContent() {
    MirrorWriter writer = new MirrorWriter(mirror);
    writer.write(COURSE, "segredo.md", text("segredo"));
    writer.delete(COURSE, "segredo.md");
    faulty.beforeNext(
        "read",
        () -> {
          throw new StorageUnavailableException("DB_UNREACHABLE", "segredo", "segredo");
        });
    assertThatThrownBy(() -> writer.write(COURSE, "a.md", text("a")))
        .isInstanceOf(StorageUnavailableException.class);

    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .allSatisfy(
            id -> {
              assertThat(id.getName()).startsWith("creatoros.mirror.");
              assertThat(id.toString())
                  .doesNotContain("segredo", "a.md", Sha256.of(text("segredo")).hex());
              assertThat(id.getDescription()).isNotEmpty();
            })
        .flatExtracting(Meter.Id::getTags)
        .extracting(Tag::getKey)
        .containsOnly("operation", "outcome");
  }

  private Timer timer(String operation, String outcome) {
    return registry
        .get("creatoros.mirror.call")
        .tags("operation", operation, "outcome", outcome)
        .timer();
  }
}
