package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.ProjectedCourse.A;
import static io.creatoros.testkit.ProjectedCourse.B;
import static io.creatoros.testkit.ProjectedCourse.COURSE;
import static io.creatoros.testkit.ProjectedCourse.brief;
import static io.creatoros.testkit.ProjectedCourse.lessonA;
import static io.creatoros.testkit.ProjectedCourse.lessonB;
import static io.creatoros.testkit.ProjectedCourse.rows;
import static io.creatoros.testkit.ProjectedCourse.wholeCourse;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.VERSION;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CommitResult.Committed;
import io.creatoros.core.course.Evidence;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.TypedRows;
import org.junit.jupiter.api.Test;

/** A row that the schema refuses keeps neither its file nor the other rows from being written. */
public interface MirrorRefusedRowsContract extends MirrorHome {

  @Test
  default void refusedRowShouldBeNamedAndTheOthersWritten() {
    Committed result =
        (Committed)
            course().first(projection(piece("Clone IA"), brief(2), lessonA("7"), lessonB("1")));

    assertThat(result.revision()).isEqualTo(1);
    assertThat(result.refused()).extracting(RefusedRow::key).containsExactly(lesson(A));
    assertThat(result.refused().get(0).code()).isNotEmpty();
    TypedRows rows = mirror().rows(COURSE);
    assertThat(rows.rows()).containsOnlyKeys(PIECE, METADATA, lesson(B));
    assertThat(rows.refused()).isEqualTo(result.refused());
    assertThat(course().head().refused()).isEqualTo(1);
    assertThat(course().head().projection()).isEqualTo(VERSION);
    assertThat(stored(COURSE, A, Evidence.RECOMPUTED).damaged()).isFalse();
  }

  @Test
  default void refusedRowShouldNotLeaveItsOldVersion() {
    committed(course().first(wholeCourse()));

    Committed result =
        course().project(ORIGIN, piece("Clone IA"), brief(2), lessonA("7"), lessonB("1"));

    assertThat(result.refused()).extracting(RefusedRow::key).containsExactly(lesson(A));
    assertThat(mirror().rows(COURSE).rows()).doesNotContainKey(lesson(A));
  }

  @Test
  default void refusedRowShouldBeForgottenWhenItIsTaken() {
    committed(course().first(projection(piece("Clone IA"), brief(2), lessonA("7"), lessonB("1"))));

    Committed result =
        course().project(ORIGIN, piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1"));

    assertThat(result.refused()).isEmpty();
    assertThat(mirror().rows(COURSE))
        .isEqualTo(rows(piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1")));
    assertThat(course().head().refused()).isZero();
  }

  @Test
  default void refusedRowShouldBeForgottenWhenItIsNotProjectedAnyMore() {
    committed(course().first(projection(piece("Clone IA"), brief(2), lessonA("7"), lessonB("1"))));

    course().project(ORIGIN, piece("Clone IA"), brief(1), lessonB("1"));

    assertThat(mirror().rows(COURSE).refused()).isEmpty();
    assertThat(course().head().refused()).isZero();
  }

  private ProjectedCourse course() {
    return new ProjectedCourse(this);
  }
}
