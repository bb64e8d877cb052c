package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.CourseMirror;
import io.creatoros.core.course.CourseRepository;
import io.creatoros.core.course.CourseSummary;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.MirrorCourse;
import io.creatoros.core.storage.StorageConflictException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that a mirror does. An implementor supplies what {@link MirrorHome} asks for. */
public interface CourseMirrorContract
    extends CourseRepositoryContract,
        MirrorCommitContract,
        MirrorContentsContract,
        MirrorHandEditsContract,
        MirrorConcurrencyContract,
        MirrorProjectionContract {

  @Override
  default CourseRepository repository() {
    return mirror();
  }

  @Override
  default CourseRepository reopened() {
    return another();
  }

  @Override
  default void place(CourseId course, String name, byte[] bytes) {
    writer().write(course, name, bytes);
  }

  @Override
  default void remove(CourseId course, String name) {
    writer().delete(course, name);
  }

  @Override
  default Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Test
  default void identityShouldStayWhenMirrorIsOpenedAgain() {
    try (CourseMirror again = another()) {
      assertThat(again.identity()).isEqualTo(mirror().identity());
    }
  }

  @Test
  default void headsShouldHoldOnlyCoursesThatAreThereWhenManyAreAsked() {
    writer().write(new CourseId("c-7"), "a.md", text("a"));
    writer().write(new CourseId("c-7"), "b.md", text("b"));
    writer().write(new CourseId("c-499"), "a.md", text("a"));
    writer().write(new CourseId("not asked"), "a.md", text("a"));
    List<CourseId> asked = IntStream.range(0, 500).mapToObj(i -> new CourseId("c-" + i)).toList();

    Map<CourseId, CourseHead> heads = mirror().heads(asked);

    assertThat(heads)
        .isEqualTo(
            Map.of(
                new CourseId("c-7"), new CourseHead(new CourseId("c-7"), 2, 0, ORIGIN, 0, 0),
                new CourseId("c-499"), new CourseHead(new CourseId("c-499"), 1, 0, ORIGIN, 0, 0)));
    assertThat(mirror().heads(List.of())).isEmpty();
  }

  @Test
  default void summariesShouldCountFilesButNoTombstones() {
    CourseId first = new CourseId("B");
    CourseId second = new CourseId("a");
    writer().write(second, Map.of("a.md", text("12345"), "b.md", text("123"), "c.md", text("1")));
    writer().delete(second, "c.md");
    writer().write(first, "gone.md", text("gone"));
    writer().delete(first, "gone.md");
    writer().upload(new CourseId("only uploaded"), text("a"));

    assertThat(mirror().summaries())
        .containsExactly(
            new CourseSummary(first, 2, ORIGIN, 0, 0), new CourseSummary(second, 2, ORIGIN, 2, 8));
  }

  @Test
  default void readShouldBeAbsentWhenCourseIsAbsent() {
    CourseId course = new CourseId("nowhere");

    for (Evidence evidence : Evidence.values()) {
      assertThat(mirror().read(course, evidence)).isEqualTo(MirrorCourse.absent(course));
    }
    assertThat(mirror().foreignEdits(course, 0)).isEmpty();
  }

  @Test
  default void headShouldNameOriginOfLastCommit() {
    CourseId course = new CourseId("curso");
    writer().write(course, "a.md", text("a"));
    writer().upload(course, text("b"));

    committed(
        mirror()
            .commit(
                course,
                1,
                "outra máquina:/cursos",
                List.of(put("b.md", text("b"))),
                Optional.empty()));

    assertThat(read(course).head().origin()).isEqualTo("outra máquina:/cursos");
  }

  @Test
  default void moveShouldKeepFilesContentsAndRevision() {
    CourseId from = new CourseId("Marketing-com-IA-Brand Brain");
    CourseId to = new CourseId("nova-formacao/Marketing-com-IA-Brand");
    writer().write(from, Map.of("a.md", text("a"), "b.md", text("b")));
    writer().delete(from, "b.md");
    MirrorCourse before = read(from);

    mirror().move(from, to);

    MirrorCourse after = mirror().read(to, Evidence.RECOMPUTED);
    assertThat(after.files()).isEqualTo(before.files());
    assertThat(after.head()).isEqualTo(new CourseHead(to, 2, 0, ORIGIN, 0, 0));
    assertThat(read(from)).isEqualTo(MirrorCourse.absent(from));
    assertThat(mirror().courses()).containsExactly(to);
    assertThat(writer().write(to, "b.md", text("b"))).isEqualTo(3);
    assertThat(writer().write(from, "a.md", text("anew"))).isEqualTo(1);
  }

  @Test
  default void moveShouldSucceedWhenTargetOnlyHoldsUploads() {
    CourseId from = new CourseId("from");
    CourseId to = new CourseId("to");
    writer().write(from, "a.md", text("a"));
    writer().upload(to, text("never committed"));

    mirror().move(from, to);

    assertThat(stored(to, "a.md", Evidence.RECOMPUTED).damaged()).isFalse();
    assertThat(mirror().courses()).containsExactly(to);
  }

  @Test
  default void moveShouldFailWhenSourceIsAbsentOrTargetIsThere() {
    CourseId from = new CourseId("from");
    CourseId to = new CourseId("to");
    writer().write(from, "a.md", text("a"));
    writer().write(to, "a.md", text("b"));
    MirrorCourse source = read(from);
    MirrorCourse target = read(to);

    assertThatThrownBy(() -> mirror().move(from, to))
        .isInstanceOf(StorageConflictException.class)
        .hasMessageContaining("to");
    assertThatThrownBy(() -> mirror().move(new CourseId("nowhere"), new CourseId("free")))
        .isInstanceOf(StorageConflictException.class)
        .hasMessageContaining("nowhere");
    assertThat(Stream.of(read(from), read(to))).containsExactly(source, target);
  }

  @Test
  default void coursesShouldBeOfTheirProjectOnly() {
    CourseId course = new CourseId("curso");
    writer().write(course, "a.md", text("a"));

    try (CourseMirror other = otherProject()) {
      assertThat(other.courses()).isEmpty();
      assertThat(other.heads(List.of(course))).isEmpty();
      assertThat(other.read(course, Evidence.RECORDED)).isEqualTo(MirrorCourse.absent(course));
      assertThat(new MirrorWriter(other).write(course, "b.md", text("b"))).isEqualTo(1);
      assertThat(other.identity()).isEqualTo(mirror().identity());
    }
    assertThat(paths(course)).containsExactly("a.md");
  }
}
