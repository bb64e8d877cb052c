package io.creatoros.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.MirrorIdentity;
import io.creatoros.core.verify.VerificationLog;
import io.creatoros.core.verify.VerifiedAt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a log of verifications remembers. */
public interface VerificationLogContract {

  /** The log under test; empty when a test starts. */
  VerificationLog log();

  /** The same log as another process has it. */
  VerificationLog reopened();

  @Test
  default void lastShouldBeEmptyWhenCourseWasNeverVerified() {
    log().record(new CourseId("another"), verified(1));

    assertThat(log().last(new CourseId("curso"))).isEmpty();
  }

  @Test
  default void lastShouldGiveTheLastVerificationWhenThereWereSeveral() {
    CourseId course = new CourseId("nova-formacao/Curso [IA]");

    for (int revision = 0; revision < 3; revision++) {
      log().record(course, verified(revision));

      assertThat(log().last(course)).contains(verified(revision));
      assertThat(reopened().last(course)).contains(verified(revision));
    }
  }

  @Test
  default void lastShouldBeOfItsCourseOnlyWhenNamesAreAlike() {
    List<CourseId> courses =
        List.of(
            CourseId.ROOT,
            new CourseId("a"),
            new CourseId("A"),
            new CourseId("a/b"),
            new CourseId("a_b"),
            new CourseId("a b"),
            new CourseId("à"),
            new CourseId("\ud83c\udfaf"));

    for (int i = 0; i < courses.size(); i++) {
      log().record(courses.get(i), verified(i));
    }

    for (int i = 0; i < courses.size(); i++) {
      assertThat(reopened().last(courses.get(i))).contains(verified(i));
    }
  }

  @Test
  default void lastShouldBeOneOfThoseRecordedWhenSeveralAreAtOnce() throws Exception {
    CourseId course = new CourseId("curso");
    log().record(course, verified(0));

    List<Optional<VerifiedAt>> seen =
        Race.run(
            4,
            () -> {
              for (int i = 0; i < 20; i++) {
                log().record(course, verified(i % 2));
              }
              return reopened().last(course);
            });

    assertThat(seen).isSubsetOf(List.of(Optional.of(verified(0)), Optional.of(verified(1))));
  }

  private static VerifiedAt verified(long revision) {
    Instant at = Instant.parse("2026-03-01T10:00:00.123456789Z").plusSeconds(revision);
    return new VerifiedAt(at, "EQUAL", new MirrorIdentity(new UUID(7, 7)), revision);
  }
}
