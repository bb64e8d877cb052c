package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.ProjectedCourse.A;
import static io.creatoros.testkit.ProjectedCourse.B;
import static io.creatoros.testkit.ProjectedCourse.BRIEF;
import static io.creatoros.testkit.ProjectedCourse.COURSE;
import static io.creatoros.testkit.ProjectedCourse.SECOND;
import static io.creatoros.testkit.ProjectedCourse.brief;
import static io.creatoros.testkit.ProjectedCourse.lessonA;
import static io.creatoros.testkit.ProjectedCourse.lessonB;
import static io.creatoros.testkit.ProjectedCourse.rows;
import static io.creatoros.testkit.ProjectedCourse.wholeCourse;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.RESEARCH;
import static io.creatoros.testkit.SampleRows.VERSION;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.SampleRows.research;
import static io.creatoros.testkit.SampleRows.untouched;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult;
import io.creatoros.core.course.CommitResult.Committed;
import io.creatoros.core.course.CommitResult.CourseMoved;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows that a commit leaves as they are, because only others changed. */
public interface MirrorKeptRowsContract extends MirrorHome {

  @Test
  default void keptRowsShouldStayWhenAnotherIsSent() {
    committed(course().first(wholeCourse()));
    byte[] anew = text("# Segunda, outra vez\n");
    writer().upload(COURSE, anew);
    TypedRow row = lesson(B, anew, "0.7");

    CommitResult result =
        course()
            .commit(
                1,
                List.of(put(B, anew, Optional.of(Sha256.of(SECOND)))),
                untouched(projection(row), PIECE, METADATA, lesson(A)));

    assertThat(result).isEqualTo(new Committed(2));
    assertThat(mirror().rows(COURSE).rows())
        .isEqualTo(rows(piece("Clone IA"), brief(2), lessonA("0.5"), row).rows());
    assertThat(course().head()).isEqualTo(new CourseHead(COURSE, 2, 0, ORIGIN, VERSION, 0));
  }

  @Test
  default void rowsShouldBeRemovedWhenTheyAreNeitherSentNorKept() {
    Sha256 analysis = Sha256.of(BRIEF);
    committed(
        course()
            .first(
                projection(
                    piece("Clone IA"),
                    brief(2),
                    lessonA("0.5"),
                    lessonB("1"),
                    research(analysis))));

    committed(course().commit(1, List.of(), untouched(projection(), PIECE, lesson(B))));

    assertThat(mirror().rows(COURSE)).isEqualTo(rows(piece("Clone IA"), lessonB("1")));
  }

  @Test
  default void nothingShouldBeWrittenWhenAKeptRowIsNotThere() {
    committed(course().first(projection(piece("Clone IA"), brief(2), lessonA("0.5"))));
    writer().upload(COURSE, text("x"));
    Change put = put("lessons/1.3-c.md", text("x"));

    for (RowKey absent : List.of(lesson(B), RESEARCH)) {
      Projection kept = untouched(projection(lessonA("1")), PIECE, METADATA, absent);
      course()
          .unchanged(
              () ->
                  assertThat(course().commit(1, List.of(put), kept)).isEqualTo(new CourseMoved(1)));
    }
  }

  @Test
  default void refusedRowShouldNotBeThereToBeKept() {
    committed(course().first(projection(piece("Clone IA"), brief(2), lessonA("7"), lessonB("1"))));

    course()
        .unchanged(
            () ->
                assertThat(
                        course()
                            .commit(
                                1,
                                List.of(),
                                untouched(projection(lessonB("0.5")), PIECE, METADATA, lesson(A))))
                    .isEqualTo(new CourseMoved(1)));
  }

  @Test
  default void refusedRowShouldBeNamedBesideThoseKept() {
    committed(course().first(wholeCourse()));

    Committed result =
        (Committed)
            course()
                .commit(
                    1, List.of(), untouched(projection(lessonB("7")), PIECE, METADATA, lesson(A)));

    assertThat(result.refused()).extracting(RefusedRow::key).containsExactly(lesson(B));
    assertThat(mirror().rows(COURSE).rows()).containsOnlyKeys(PIECE, METADATA, lesson(A));
  }

  private ProjectedCourse course() {
    return new ProjectedCourse(this);
  }
}
