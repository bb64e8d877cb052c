package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.core.dualwrite.StubLeg.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code trace ─ delegate}. */
class ReportingLegTest {

  private static final MirrorOutcome DOWN =
      new MirrorOutcome.Owed(
          OwedReason.UNAVAILABLE, "DB_UNREACHABLE", "no connection", Optional.of("creatoros up"));
  private static final MirrorOutcome CONFLICT =
      new MirrorOutcome.Conflict(Set.of(new ArtifactPath("b.md"), new ArtifactPath("a.md")));
  private static final MirrorOutcome REJECTED =
      new MirrorOutcome.Rejected(
          3, List.of(new RefusedRow(new RowKey(RowTable.COURSE_LESSONS, "a.md"), "23514", "no")));

  private final StubLeg delegate = new StubLeg();
  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final List<MirrorOutcome> told = new ArrayList<>();
  private final ReportingLeg leg =
      new ReportingLeg(delegate, (course, outcome) -> told.add(outcome), meters);

  private double count(String outcome) {
    return meters
        .get("creatoros.writes")
        .tags("leg", "mirror", "outcome", outcome)
        .counter()
        .count();
  }

  private double owed() {
    return meters.get("creatoros.owed").gauge().value();
  }

  @Test
  void offerShouldCountEachOutcomeAndTellFailuresOnly() {
    for (MirrorOutcome outcome :
        List.of(
            new MirrorOutcome.Applied(1), new MirrorOutcome.Disabled(), DOWN, CONFLICT, REJECTED)) {
      delegate.answer = asked -> outcome;
      assertThat(leg.offer(COURSE, paths("a.md")).outcome()).isEqualTo(outcome);
    }

    assertThat(List.of("applied", "disabled", "owed", "conflict", "rejected"))
        .allSatisfy(outcome -> assertThat(count(outcome)).isEqualTo(1));
    assertThat(told).containsExactly(DOWN, CONFLICT, REJECTED);
  }

  @Test
  void offerShouldTimeUntilTheOutcomeIsKnown() {
    ManualExecutor executor = new ManualExecutor();
    leg.close();
    ReportingLeg pending =
        new ReportingLeg(
            new WriteBehindLeg(delegate, 10, executor),
            (course, outcome) -> told.add(outcome),
            meters);
    delegate.answer = asked -> DOWN;

    Offer offer = pending.offer(COURSE, paths("a.md"));

    assertThat(offer.outcome()).isEqualTo(new MirrorOutcome.Pending());
    assertThat(told).isEmpty();
    clock.add(Duration.ofSeconds(3));
    executor.run();
    assertThat(offer.settled()).isCompletedWithValue(DOWN);
    assertThat(told).containsExactly(DOWN);
    Timer timer = meters.get("creatoros.write.duration").tag("leg", "mirror").timer();
    assertThat(timer.count()).isEqualTo(1);
    assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(3);
  }

  @Test
  void owedShouldCountTheCoursesWhoseLastFilesDidNotArrive() {
    CourseId other = new CourseId("outro");
    delegate.answer = asked -> DOWN;
    leg.offer(COURSE, paths("a.md"));
    leg.offer(COURSE, paths("b.md"));
    leg.offer(other, paths("a.md"));
    assertThat(owed()).isEqualTo(2);

    delegate.answer = asked -> new MirrorOutcome.Applied(1);
    leg.offer(COURSE, paths("a.md"));

    assertThat(owed()).isEqualTo(1);
  }

  @Test
  void offerShouldSurviveAListenerThatFails() {
    ReportingLeg failing =
        new ReportingLeg(
            delegate,
            (course, outcome) -> {
              throw new IllegalStateException("the listener's own");
            },
            new SimpleMeterRegistry());
    delegate.answer = asked -> DOWN;

    Offer offer = failing.offer(COURSE, paths("a.md"));

    assertThat(offer.settled()).isCompletedWithValue(DOWN);
  }

  @Test
  void closeShouldCloseTheDelegateAndTakeBackTheGauge() {
    leg.close();

    assertThat(delegate.closed).isEqualTo(1);
    assertThat(meters.find("creatoros.owed").gauge()).isNull();
  }

  @Test
  void flushShouldAskTheDelegate() {
    assertThat(leg.flush(Duration.ZERO)).isTrue();
    delegate.flushed = false;
    assertThat(leg.flush(Duration.ZERO)).isFalse();
  }

  @Test
  void warningsShouldSayWhatIsWrongAndWhatToDo() {
    assertThat(Outcomes.words(DOWN))
        .isEqualTo("is owed to the mirror (DB_UNREACHABLE: no connection); creatoros up");
    assertThat(Outcomes.words(Outcomes.closed())).endsWith("; creatoros sync");
    assertThat(Outcomes.words(CONFLICT)).isEqualTo("is in conflict with the mirror: [a.md, b.md]");
    assertThat(Outcomes.words(REJECTED)).contains("course_lessons a.md", "23514", "no");
  }
}
