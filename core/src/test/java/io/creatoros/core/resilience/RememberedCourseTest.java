package io.creatoros.core.resilience;

import static io.creatoros.core.resilience.KnownMirror.A;
import static io.creatoros.core.resilience.KnownMirror.B;
import static io.creatoros.core.resilience.KnownMirror.COURSE;
import static io.creatoros.core.resilience.KnownMirror.FIRST;
import static io.creatoros.core.resilience.KnownMirror.FRESH;
import static io.creatoros.core.resilience.KnownMirror.OTHER;
import static io.creatoros.core.resilience.KnownMirror.SECOND;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.course.Sha256;
import io.creatoros.testkit.MirrorWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mirror said of a course is not asked again while it is fresh. */
class RememberedCourseTest {

  private final KnownMirror known = new KnownMirror();

  @Test
  void courseShouldBeReadOnce() {
    known.others().write(COURSE, A, FIRST);

    MirrorCourse read = known.read(COURSE);

    assertThat(read).isEqualTo(known.home.read(COURSE, Evidence.RECORDED));
    assertThat(known.read(COURSE)).isSameAs(read);
    assertThat(known.mirror.heads(List.of(COURSE))).isEqualTo(Map.of(COURSE, read.head()));
    assertThat(known.asked.calls()).containsExactly("read");
  }

  @Test
  void absentCourseShouldBeReadAgain() {
    known.read(COURSE);
    known.read(COURSE);

    assertThat(known.asked.calls("read")).isEqualTo(2);
  }

  @Test
  void absentCourseShouldMakeWhatWasKnownForgotten() {
    known.others().write(COURSE, A, FIRST);
    known.read(COURSE);
    known.home.database().truncate();
    known.pass(FRESH);
    assertThat(known.read(COURSE)).isEqualTo(MirrorCourse.absent(COURSE));
    known.others().write(COURSE, "c.md", FIRST);
    known.writeKnown(1, B, SECOND);

    assertThat(known.read(COURSE))
        .as("not from before")
        .isEqualTo(known.home.read(COURSE, Evidence.RECORDED));
  }

  @Test
  void courseShouldBeReadAgainAfterFiveSeconds() {
    known.others().write(COURSE, A, FIRST);
    known.read(COURSE);
    known.others().write(COURSE, B, SECOND);

    known.pass(FRESH.minusNanos(1));
    assertThat(known.read(COURSE).head().revision()).isEqualTo(1);
    known.pass(Duration.ofNanos(1));

    assertThat(known.read(COURSE).head().revision()).isEqualTo(2);
    assertThat(known.mirror.heads(List.of(COURSE)).get(COURSE).revision()).isEqualTo(2);
  }

  @Test
  void courseShouldStayKnownWhenItIsOnlyLookedAt() {
    known.writer().write(COURSE, A, FIRST);

    known.mirror.manifest(COURSE, Evidence.RECORDED);
    known.mirror.open(COURSE, new ArtifactPath(A));
    known.mirror.courses();
    known.mirror.summaries();
    known.mirror.identity();
    known.mirror.missing(COURSE, Map.of(Sha256.of(FIRST), 3L));
    known.mirror.upload(COURSE, MirrorWriter.parts(SECOND));
    known.asked.forgetCalls();

    known.read(COURSE);
    assertThat(known.asked.calls()).isEmpty();
  }

  @Test
  void headsShouldBeAskedForUnknownCoursesOnly() {
    known.others().write(COURSE, A, FIRST);
    known.others().write(OTHER, A, FIRST);
    known.read(COURSE);
    known.asked.forgetCalls();

    Map<CourseId, CourseHead> heads =
        known.mirror.heads(List.of(COURSE, OTHER, new CourseId("nowhere")));

    assertThat(heads).isEqualTo(known.home.heads(List.of(COURSE, OTHER)));
    assertThat(known.asked.calls()).containsExactly("heads");
    known.asked.forgetCalls();
    assertThat(known.mirror.heads(List.of(OTHER))).isEqualTo(known.home.heads(List.of(OTHER)));
    assertThat(known.mirror.heads(List.of())).isEmpty();
    assertThat(known.asked.calls()).as("heads are not what is remembered").hasSize(2);
  }

  @Test
  void missingShouldNotBeAskedForNewContents() {
    known.writer().write(COURSE, A, FIRST);
    known.asked.forgetCalls();

    assertThat(known.mirror.missing(COURSE, Map.of(Sha256.of(SECOND), 3L)))
        .containsExactly(Sha256.of(SECOND));
    assertThat(known.mirror.missing(COURSE, Map.of())).isEmpty();
    assertThat(known.asked.calls()).isEmpty();
  }

  @Test
  void missingShouldBeAskedForContentsThatFilesHave() {
    known.writer().write(COURSE, Map.of(A, FIRST, B, SECOND));
    known.home.deleteBytes(COURSE, new ArtifactPath(B));
    known.asked.forgetCalls();
    Map<Sha256, Long> sizes =
        Map.of(Sha256.of(FIRST), 3L, Sha256.of(SECOND), 3L, Sha256.of(text("new")), 3L);

    assertThat(known.mirror.missing(COURSE, sizes))
        .containsOnly(Sha256.of(SECOND), Sha256.of(text("new")));
    assertThat(known.asked.calls()).containsExactly("missing");
  }

  @Test
  void missingShouldBeAskedForUnknownCourses() {
    known.others().write(COURSE, A, FIRST);

    assertThat(known.mirror.missing(COURSE, Map.of(Sha256.of(FIRST), 3L))).isEmpty();
    assertThat(known.asked.calls()).containsExactly("missing");
  }
}
