package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.KnownMirror.A;
import static io.creatoros.core.resilience.KnownMirror.B;
import static io.creatoros.core.resilience.KnownMirror.COURSE;
import static io.creatoros.core.resilience.KnownMirror.FIRST;
import static io.creatoros.core.resilience.KnownMirror.OTHER;
import static io.creatoros.core.resilience.KnownMirror.SECOND;
import static io.creatoros.core.resilience.KnownMirror.rows;
import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A memory holds the courses that were read last, up to a number and a size. */
class MirrorMemoryTest {

  private final KnownMirror known = new KnownMirror();

  @Test
  void memoryShouldHoldSixtyFourCoursesThoseReadLast() {
    for (int i = 0; i < 65; i++) {
      known.others().write(new CourseId("c" + i), A, FIRST);
    }
    for (int i = 0; i < 64; i++) {
      known.read(new CourseId("c" + i));
    }
    known.read(new CourseId("c0"));
    known.read(new CourseId("c64"));
    known.asked.forgetCalls();

    known.read(new CourseId("c0"));
    known.read(new CourseId("c64"));
    assertThat(known.asked.calls()).isEmpty();
    known.read(new CourseId("c1"));
    assertThat(known.asked.calls()).containsExactly("read");
  }

  @Test
  void memoryShouldBeBoundedBySize() {
    String large = "{\"x\":\"" + "x".repeat(40 << 20) + "\"}";
    known.projected(0, List.of(put(A, FIRST)), Map.of(A, large));
    known.asked.forgetCalls();
    known.read(COURSE);
    assertThat(known.asked.calls()).isEmpty();
    known.others().write(OTHER, Map.of(A, FIRST, B, SECOND));
    committed(known.home.commit(OTHER, 1, ORIGIN, List.of(), rows(Map.of(A, large))));
    known.read(OTHER);
    known.mirror.facts(OTHER);
    known.asked.forgetCalls();

    known.read(OTHER);
    assertThat(known.asked.calls()).isEmpty();
    known.read(COURSE);
    assertThat(known.asked.calls()).containsExactly("read");
    known.mirror.facts(COURSE);
    known.read(COURSE);
    assertThat(known.asked.calls()).containsExactly("read", "facts");
  }
}
