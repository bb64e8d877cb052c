package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.ORIGIN;
import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.ProjectedCourse.A;
import static io.creatoros.testkit.ProjectedCourse.B;
import static io.creatoros.testkit.ProjectedCourse.BRIEF;
import static io.creatoros.testkit.ProjectedCourse.COURSE;
import static io.creatoros.testkit.ProjectedCourse.FIRST;
import static io.creatoros.testkit.ProjectedCourse.brief;
import static io.creatoros.testkit.ProjectedCourse.lessonA;
import static io.creatoros.testkit.ProjectedCourse.lessonB;
import static io.creatoros.testkit.ProjectedCourse.rows;
import static io.creatoros.testkit.ProjectedCourse.wholeCourse;
import static io.creatoros.testkit.SampleRows.RESEARCH;
import static io.creatoros.testkit.SampleRows.VERSION;
import static io.creatoros.testkit.SampleRows.healing;
import static io.creatoros.testkit.SampleRows.keeping;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.metadata;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.SampleRows.research;
import static io.creatoros.testkit.SampleRows.with;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.CommitResult.Committed;
import io.creatoros.core.course.CourseHead;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.Sha256;
import io.creatoros.core.course.TypedRow;
import io.creatoros.core.course.TypedRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Typed rows are those of the last projection, with the revision that they belong to. */
public interface MirrorRowsContract extends MirrorHome {

  @Test
  default void commitShouldWriteRowsAndFactsWithTheFiles() {
    Map<String, String> facts =
        Map.of(A, "{\"understood\":{\"lesson\":{\"title\":\"\\\"A\\\"\"}}}");

    committed(course().first(keeping(wholeCourse(), facts)));

    assertThat(mirror().rows(COURSE))
        .isEqualTo(rows(piece("Clone IA"), brief(2), lessonA("0.5"), lessonB("1")));
    assertThat(course().facts()).isEqualTo(facts);
    assertThat(course().head()).isEqualTo(new CourseHead(COURSE, 1, 0, ORIGIN, VERSION, 0));
  }

  @Test
  default void rowsAndFactsShouldBeAbsentWhenCourseIs() {
    assertThat(mirror().rows(COURSE)).isEqualTo(TypedRows.absent());
    assertThat(mirror().facts(COURSE)).isEmpty();
  }

  @Test
  default void rowsShouldBeAbsentWhenTheyWereNeverProjected() {
    committed(course().first(Optional.empty()));

    assertThat(mirror().rows(COURSE)).isEqualTo(new TypedRows(1, 0, rows().rows(), List.of()));
    assertThat(course().head().projection()).isZero();
  }

  @Test
  default void rowsShouldTellHowManyLessonsAreNotInTheIndex() {
    committed(course().first(SampleRows.unsearchable(wholeCourse())));
    assertThat(mirror().rows(COURSE).unindexed()).isEqualTo(2);

    committed(course().commit(1, List.of(), SampleRows.healing(wholeCourse())));

    assertThat(mirror().rows(COURSE).unindexed()).isZero();
  }

  @Test
  default void commitShouldNotAdvanceRevisionWhenRowsAloneChange() {
    committed(course().first(wholeCourse()));

    Committed result =
        course().project("other:/courses", piece("Outro título"), brief(1), lessonA("0.5"));

    assertThat(result).isEqualTo(new Committed(1));
    assertThat(mirror().rows(COURSE))
        .isEqualTo(rows(piece("Outro título"), brief(1), lessonA("0.5")));
    assertThat(course().head()).isEqualTo(new CourseHead(COURSE, 1, 0, ORIGIN, VERSION, 0));
  }

  @Test
  default void commitShouldChangeNothingWhenProjectionIsRepeated() {
    committed(course().first(wholeCourse()));
    TypedRows before = mirror().rows(COURSE);
    CourseHead head = course().head();

    assertThat(course().commit(1, List.of(), wholeCourse())).isEqualTo(new Committed(1));
    assertThat(course().commit(1, List.of(), healing(wholeCourse()))).isEqualTo(new Committed(1));

    assertThat(mirror().rows(COURSE)).isEqualTo(before);
    assertThat(course().head()).isEqualTo(head);
  }

  @Test
  default void commitShouldChangeNothingWhenItHasNeitherChangesNorProjection() {
    committed(course().first(wholeCourse()));
    TypedRows before = mirror().rows(COURSE);

    assertThat(mirror().commit(COURSE, 1, "other", List.of(), Optional.empty()))
        .isEqualTo(new Committed(1));

    assertThat(mirror().rows(COURSE)).isEqualTo(before);
    assertThat(course().head()).isEqualTo(new CourseHead(COURSE, 1, 0, ORIGIN, VERSION, 0));
  }

  @Test
  default void rowsShouldStayAndCountAsOldWhenFilesAreCommittedWithoutProjection() {
    committed(course().first(keeping(wholeCourse(), Map.of(A, "{\"a\":1}", B, "{\"b\":1}"))));
    TypedRows before = mirror().rows(COURSE);

    writer().write(COURSE, A, text("# Anew\n"));

    assertThat(mirror().rows(COURSE))
        .isEqualTo(new TypedRows(2, 0, before.rows(), before.refused()));
    assertThat(course().head().projection()).isZero();
    assertThat(course().facts())
        .as("facts of the bytes that are there")
        .isEqualTo(Map.of(B, "{\"b\":1}"));
  }

  @Test
  default void rowShouldBeRemovedWhenItIsNotProjectedAnyMore() {
    Sha256 analysis = Sha256.of(BRIEF);
    committed(
        course()
            .first(projection(piece("Clone IA"), brief(1), lessonA("0.5"), research(analysis))));
    assertThat(mirror().rows(COURSE).rows()).containsKey(RESEARCH);

    course().project(ORIGIN, piece("Clone IA"), brief(1));

    assertThat(mirror().rows(COURSE)).isEqualTo(rows(piece("Clone IA"), brief(1)));
  }

  @Test
  default void columnShouldBeEmptiedWhenItIsNotProjectedAnyMore() {
    committed(course().first(wholeCourse()));
    TypedRow scored = lessonA("0.5");
    var values = new TreeMap<>(scored.values());
    values.remove("gps_score");
    TypedRow bare = new TypedRow(scored.key(), values, new TreeMap<>());

    course().project(ORIGIN, piece("Clone IA"), brief(1), bare);

    assertThat(mirror().rows(COURSE)).isEqualTo(rows(piece("Clone IA"), brief(1), bare));
  }

  @Test
  default void textShouldBeTheOneGivenWhenItIsNoFiles() {
    String mended =
        "Lição que não era UTF-8, com 'aspas' e \\ barra\r\n\ud83d\udc69\u200d\ud83c\udf93";
    Sha256 hash = Sha256.of(text(mended));
    TypedRow brief = metadata(1, hash);

    committed(course().first(with(projection(piece("Clone IA"), brief), Map.of(hash, mended))));

    assertThat(mirror().rows(COURSE)).isEqualTo(rows(piece("Clone IA"), brief));
  }

  @Test
  default void textShouldFollowWhenFileChanges() {
    committed(course().first(wholeCourse()));
    byte[] anew = text("# Primeira, outra vez\n");
    writer().upload(COURSE, anew);
    TypedRow row = lesson(A, anew, "0.5");

    committed(
        course()
            .commit(
                1,
                List.of(put(A, anew, Optional.of(Sha256.of(FIRST)))),
                projection(piece("Clone IA"), brief(2), row, lessonB("1"))));

    assertThat(mirror().rows(COURSE).rows().get(lesson(A))).isEqualTo(row);
    assertThat(mirror().rows(COURSE).revision()).isEqualTo(2);
  }

  @Test
  default void rowsShouldCountAsOldWhenCourseWasRenamed() {
    committed(course().first(keeping(wholeCourse(), Map.of(A, "{}"))));
    TypedRows before = mirror().rows(COURSE);
    CourseId to = new CourseId("renamed");

    mirror().move(COURSE, to);

    assertThat(mirror().rows(to)).isEqualTo(new TypedRows(1, 0, before.rows(), List.of()));
    assertThat(mirror().facts(to)).containsOnlyKeys(new ArtifactPath(A));
    assertThat(mirror().heads(List.of(to)).get(to).projection()).isZero();
    assertThat(mirror().rows(COURSE)).isEqualTo(TypedRows.absent());
  }

  @Test
  default void rowsShouldBeOfTheirCourseAndProjectOnly() {
    committed(course().first(wholeCourse()));
    CourseId other = new CourseId("other");
    writer().write(other, A, FIRST);

    assertThat(mirror().rows(other).rows()).isEmpty();
    try (var elsewhere = otherProject()) {
      assertThat(elsewhere.rows(COURSE)).isEqualTo(TypedRows.absent());
      assertThat(elsewhere.facts(COURSE)).isEmpty();
    }
  }

  private ProjectedCourse course() {
    return new ProjectedCourse(this);
  }
}
