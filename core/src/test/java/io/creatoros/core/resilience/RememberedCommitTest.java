package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.KnownMirror.A;
import static io.creatoros.core.resilience.KnownMirror.B;
import static io.creatoros.core.resilience.KnownMirror.COURSE;
import static io.creatoros.core.resilience.KnownMirror.FIRST;
import static io.creatoros.core.resilience.KnownMirror.OTHER;
import static io.creatoros.core.resilience.KnownMirror.SECOND;
import static io.creatoros.core.resilience.KnownMirror.hash;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a commit made of a course is known without asking. */
class RememberedCommitTest {

  private final KnownMirror known = new KnownMirror();

  @Test
  void commitShouldMoveMemoryOn() {
    known.writer().write(COURSE, Map.of(A, FIRST, B, SECOND));
    known.asked.forgetCalls();

    known.writer().write(COURSE, A, text("# A, again"));
    known.writer().delete(COURSE, B);

    assertThat(known.asked.calls()).containsOnly("upload", "commit");
    assertThat(known.read(COURSE)).isEqualTo(known.home.read(COURSE, Evidence.RECORDED));
    assertThat(known.asked.calls("read")).isZero();
  }

  @Test
  void commitShouldMoveFactsAndHeadOn() {
    known.projected(0, List.of(put(A, FIRST), put(B, SECOND)), Map.of(A, "{}", B, "{\"b\":1}"));
    known.asked.forgetCalls();

    known.projected(
        1, List.of(put(A, SECOND, hash(FIRST))), Map.of(A, "{\"a\":2}", "nowhere.md", "{}"));
    known.projected(2, List.of(put(A, FIRST, hash(SECOND))), Map.of());
    assertThat(known.mirror.facts(COURSE)).containsOnlyKeys(new ArtifactPath(B));
    known.projected(3, List.of(put(A, SECOND, hash(FIRST))), Map.of(A, "{\"a\":2}"));
    known.projected(
        4, List.of(new Change.Delete(new ArtifactPath(A), hash(SECOND).get())), Map.of());

    assertThat(known.asked.calls()).containsOnly("upload", "commit");
    known.assertKnownAsItIs();
    assertThat(known.mirror.facts(COURSE)).containsOnlyKeys(new ArtifactPath(B));
  }

  @Test
  void commitsShouldNotKeepMirrorUnreadForMoreThanAMinute() {
    known.writer().write(COURSE, A, text("0"));
    known.asked.forgetCalls();

    for (int i = 1; i <= 20; i++) {
      known.pass(Duration.ofSeconds(4));
      known.writer().write(COURSE, A, text("" + i));
    }

    assertThat(known.asked.calls("read")).isEqualTo(1);
    assertThat(known.read(COURSE)).isEqualTo(known.home.read(COURSE, Evidence.RECORDED));
  }

  @Test
  void commitShouldBeRememberedWhenCourseWasReadSomeTimeAgo() {
    known.writer().write(COURSE, A, FIRST);
    known.pass(Duration.ofSeconds(59));
    known.writeKnown(1, B, SECOND);
    known.asked.forgetCalls();

    assertThat(known.read(COURSE)).isEqualTo(known.home.read(COURSE, Evidence.RECORDED));
    assertThat(known.asked.calls()).isEmpty();
  }

  @Test
  void courseShouldNotBeRememberedWhenItWasNotKnownBeforeTheCommit() {
    known.others().write(COURSE, A, FIRST);
    known.writer().upload(COURSE, SECOND);

    known.writeKnown(1, B, SECOND);

    known.assertReadAnew();
  }

  @Test
  void courseShouldNotBeRememberedWhenItWasKnownAtAnotherRevision() {
    known.writer().write(COURSE, A, FIRST);
    known.others().write(COURSE, "c.md", FIRST);

    known.writeKnown(2, B, SECOND);

    known.assertReadAnew();
    assertThat(known.read(COURSE)).isEqualTo(known.home.read(COURSE, Evidence.RECORDED));
  }

  @Test
  void emptyCommitShouldChangeNothingThatIsKnown() {
    known.projected(0, List.of(put(A, FIRST)), Map.of(A, "{}"));

    known.mirror.commit(COURSE, 1, "other", List.of(), Optional.empty());
    known.mirror.commit(OTHER, 0, "other", List.of(), Optional.empty());

    known.assertKnownAsItIs();
    assertThat(known.read(OTHER)).isEqualTo(MirrorCourse.absent(OTHER));
  }
}
