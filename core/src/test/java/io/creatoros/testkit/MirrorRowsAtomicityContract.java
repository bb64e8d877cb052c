package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.ProjectedCourse.A;
import static io.creatoros.testkit.ProjectedCourse.COURSE;
import static io.creatoros.testkit.ProjectedCourse.FIRST;
import static io.creatoros.testkit.ProjectedCourse.brief;
import static io.creatoros.testkit.ProjectedCourse.otherRows;
import static io.creatoros.testkit.ProjectedCourse.wholeCourse;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult.ContentsMissing;
import io.creatoros.core.course.CommitResult.CourseMoved;
import io.creatoros.core.course.CommitResult.FilesMoved;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Rows and facts are written together with the files, or not at all. */
public interface MirrorRowsAtomicityContract extends MirrorHome {

  @Test
  default void nothingShouldBeProjectedWhenCourseMoved() {
    committed(course().first(wholeCourse()));
    course()
        .unchanged(
            () ->
                assertThat(course().commit(7, List.of(), otherRows()))
                    .isEqualTo(new CourseMoved(1)));
  }

  @Test
  default void nothingShouldBeProjectedWhenFilesMoved() {
    committed(course().first(wholeCourse()));
    writer().upload(COURSE, text("x"));
    Change overNothing = put(A, text("x"));
    course()
        .unchanged(
            () ->
                assertThat(course().commit(1, List.of(overNothing), otherRows()))
                    .isEqualTo(new FilesMoved(Set.of(new ArtifactPath(A)))));
  }

  @Test
  default void nothingShouldBeProjectedWhenContentsAreMissing() {
    committed(course().first(wholeCourse()));
    Change withoutBytes = put("lessons/1.3-c.md", text("never uploaded"));
    course()
        .unchanged(
            () ->
                assertThat(course().commit(1, List.of(withoutBytes), otherRows()))
                    .isEqualTo(new ContentsMissing(Set.of(Sha256.of(text("never uploaded"))))));
  }

  @Test
  default void rowsShouldBelongToTheirRevisionWhenReadDuringCommits() {
    committed(course().first(projection(piece("1"), brief(1))));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
                () -> {
                  for (int revision = 1; revision <= 20; revision++) {
                    writer().upload(COURSE, text("v" + revision));
                    Optional<Sha256> old =
                        revision == 1
                            ? Optional.of(Sha256.of(FIRST))
                            : Optional.of(Sha256.of(text("v" + (revision - 1))));
                    int next = revision + 1;
                    committed(
                        course()
                            .commit(
                                revision,
                                List.of(put(A, text("v" + revision), old)),
                                projection(piece(String.valueOf(next)), brief(next))));
                  }
                })
            .whenComplete((nothing, failure) -> done.set(true));

    try (var reader = another()) {
      while (!done.get()) {
        TypedRows seen = reader.rows(COURSE);
        String revision = String.valueOf(seen.revision());
        assertThat(seen.rows().get(PIECE).values()).containsEntry("title", '"' + revision + '"');
        assertThat(seen.rows().get(METADATA).values()).containsEntry("total_lessons", revision);
      }
    }
    writing.join();
    assertThat(mirror().rows(COURSE).revision()).isEqualTo(21);
  }

  private ProjectedCourse course() {
    return new ProjectedCourse(this);
  }
}
