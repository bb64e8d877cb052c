package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.KnownMirror.A;
import static io.creatoros.core.resilience.KnownMirror.B;
import static io.creatoros.core.resilience.KnownMirror.COURSE;
import static io.creatoros.core.resilience.KnownMirror.FIRST;
import static io.creatoros.core.resilience.KnownMirror.FRESH;
import static io.creatoros.core.resilience.KnownMirror.SECOND;
import static io.creatoros.core.resilience.KnownMirror.rows;
import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts are read once, and count as long as the course that they belong to. */
class RememberedFactsTest {

  private final KnownMirror known = new KnownMirror();

  @Test
  void factsShouldBeReadOnce() {
    known.others().write(COURSE, Map.of(A, FIRST, B, SECOND));
    committed(known.home.commit(COURSE, 1, ORIGIN, List.of(), rows(Map.of(A, "{}"))));
    known.read(COURSE);
    known.asked.forgetCalls();

    assertThat(known.mirror.facts(COURSE)).isEqualTo(known.home.facts(COURSE)).hasSize(1);
    assertThat(known.mirror.facts(COURSE)).isEqualTo(known.home.facts(COURSE));
    assertThat(known.asked.calls()).containsExactly("facts");
    known.pass(FRESH);
    known.mirror.facts(COURSE);
    assertThat(known.asked.calls()).containsExactly("facts", "facts");
  }

  @Test
  void factsShouldNotMakeCourseCountLonger() {
    known.others().write(COURSE, A, FIRST);
    known.read(COURSE);
    known.pass(Duration.ofSeconds(4));
    known.mirror.facts(COURSE);
    known.pass(Duration.ofSeconds(1));

    known.asked.forgetCalls();
    known.read(COURSE);

    assertThat(known.asked.calls()).containsExactly("read");
  }

  @Test
  void factsShouldNotBeRememberedWithoutTheirCourse() {
    known.others().write(COURSE, A, FIRST);
    known.mirror.facts(COURSE);
    known.mirror.facts(COURSE);

    assertThat(known.asked.calls()).containsExactly("facts", "facts");
  }

  @Test
  void factsShouldNotBeAddedToACourseThatMovedOnMeanwhile() {
    known.others().write(COURSE, A, FIRST);
    known.read(COURSE);
    known.asked.beforeNext("facts", () -> known.writeKnown(1, B, SECOND));

    known.mirror.facts(COURSE);

    known.asked.forgetCalls();
    known.mirror.facts(COURSE);
    assertThat(known.asked.calls()).as("asked again").containsExactly("facts");
  }

  @Test
  void factsShouldNotBeAddedToACourseThatWasForgottenMeanwhile() {
    known.others().write(COURSE, A, FIRST);
    known.read(COURSE);
    known.asked.beforeNext("facts", () -> known.memory.forget(COURSE));

    known.mirror.facts(COURSE);

    known.assertReadAnew();
  }

  @Test
  void factsShouldStayKnownWhenCourseIsReadAgainAndIsTheSame() {
    known.others().write(COURSE, A, FIRST);
    known.read(COURSE);
    known.mirror.facts(COURSE);
    known.pass(Duration.ofHours(1));
    known.read(COURSE);
    known.asked.forgetCalls();

    known.mirror.facts(COURSE);

    assertThat(known.asked.calls()).isEmpty();
  }

  @Test
  void factsShouldBeForgottenWhenCourseIsReadAgainAndIsAnother() {
    known.others().write(COURSE, A, FIRST);
    known.read(COURSE);
    known.mirror.facts(COURSE);
    known.others().write(COURSE, A, SECOND);
    known.pass(FRESH);
    known.read(COURSE);
    known.asked.forgetCalls();

    known.mirror.facts(COURSE);

    assertThat(known.asked.calls()).containsExactly("facts");
  }
}
