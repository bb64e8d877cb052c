package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.ProjectedCourse.A;
import static io.creatoros.testkit.ProjectedCourse.B;
import static io.creatoros.testkit.ProjectedCourse.COURSE;
import static io.creatoros.testkit.ProjectedCourse.brief;
import static io.creatoros.testkit.ProjectedCourse.lessonB;
import static io.creatoros.testkit.ProjectedCourse.wholeCourse;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.healing;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Typed rows after somebody edited them by hand: seen as they are, and healed. */
public interface MirrorEditedRowsContract extends MirrorHome {

  @Test
  default void editedScoreShouldBeSeenAndHealed() {
    editedColumnShouldBeSeenAndHealed(lesson(A), "gps_score", "0.93");
  }

  @Test
  default void editedTitleShouldBeSeenAndHealed() {
    editedColumnShouldBeSeenAndHealed(PIECE, "title", "Título à mão");
  }

  @Test
  default void editedTextShouldBeSeenAndHealed() {
    editedColumnShouldBeSeenAndHealed(lesson(A), "content_markdown", "# Edited by hand\n");
    editedColumnShouldBeSeenAndHealed(METADATA, "course_brief", "edited by hand");
  }

  @Test
  default void editedTextShouldShowByItsHash() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    committed(course().first(wholeCourse()));

    editTyped(COURSE, lesson(A), "content_markdown", "edited by hand");

    assertThat(mirror().rows(COURSE).rows().get(lesson(A)).texts())
        .isEqualTo(Map.of("content_markdown", Sha256.of(text("edited by hand"))));
  }

  @Test
  default void deletedRowShouldBeSeenAndHealed() {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    committed(course().first(wholeCourse()));
    TypedRows before = mirror().rows(COURSE);

    deleteTyped(COURSE, lesson(A));

    assertThat(mirror().rows(COURSE).rows()).containsOnlyKeys(PIECE, METADATA, lesson(B));
    committed(course().commit(1, List.of(), healing(wholeCourse())));
    assertThat(mirror().rows(COURSE)).isEqualTo(before);
  }

  @Test
  default void foreignEditsShouldNameEditedRowsAndNoProjection() {
    assumeTrue(capabilities().contains(Capability.NUMBERS_EDITS), "edits are not numbered");
    committed(course().first(wholeCourse()));
    course().project(ORIGIN, piece("Outro"), brief(1), lessonB("0.25"));
    committed(course().commit(1, List.of(), healing(wholeCourse())));
    assertThat(mirror().foreignEdits(COURSE, 0)).isEmpty();

    editTyped(COURSE, lesson(A), "gps_score", "0.93");
    editTyped(COURSE, METADATA, "total_lessons", "7");
    deleteTyped(COURSE, lesson(B));
    committed(course().commit(1, List.of(), healing(wholeCourse())));

    List<ForeignEdit> edits = mirror().foreignEdits(COURSE, 0);
    assertThat(edits)
        .extracting(
            edit ->
                edit.operation() + " " + edit.table() + edit.path().map(p -> " " + p).orElse(""))
        .containsExactly(
            "UPDATE course_lessons " + A, "UPDATE course_metadata", "DELETE course_lessons " + B);
    assertThat(course().head().edits()).isEqualTo(edits.get(2).number());
  }

  private void editedColumnShouldBeSeenAndHealed(RowKey key, String column, String value) {
    assumeTrue(capabilities().contains(Capability.EDITS_BY_HAND), "nothing is edited by hand");
    if (read(COURSE).head().revision() == 0) {
      committed(course().first(wholeCourse()));
    }
    TypedRows before = mirror().rows(COURSE);

    editTyped(COURSE, key, column, value);

    TypedRows edited = mirror().rows(COURSE);
    assertThat(edited.rows().get(key)).isNotEqualTo(before.rows().get(key));
    assertThat(edited.revision()).isEqualTo(1);
    committed(course().commit(1, List.of(), healing(wholeCourse())));
    assertThat(mirror().rows(COURSE)).isEqualTo(before);
  }

  private ProjectedCourse course() {
    return new ProjectedCourse(this);
  }
}
