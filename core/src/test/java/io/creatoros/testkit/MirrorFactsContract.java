package io.creatoros.testkit;

import static io.creatoros.testkit.MirrorWriter.committed;
import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.ProjectedCourse.A;
import static io.creatoros.testkit.ProjectedCourse.B;
import static io.creatoros.testkit.ProjectedCourse.COURSE;
import static io.creatoros.testkit.ProjectedCourse.FIRST;
import static io.creatoros.testkit.ProjectedCourse.SECOND;
import static io.creatoros.testkit.ProjectedCourse.brief;
import static io.creatoros.testkit.ProjectedCourse.lessonA;
import static io.creatoros.testkit.ProjectedCourse.wholeCourse;
import static io.creatoros.testkit.SampleRows.METADATA;
import static io.creatoros.testkit.SampleRows.PIECE;
import static io.creatoros.testkit.SampleRows.keeping;
import static io.creatoros.testkit.SampleRows.lesson;
import static io.creatoros.testkit.SampleRows.piece;
import static io.creatoros.testkit.SampleRows.projection;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CommitResult.CourseMoved;
import io.creatoros.core.course.Projection;
import io.creatoros.core.course.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts are kept beside the files that they were read from. */
public interface MirrorFactsContract extends MirrorHome {

  @Test
  default void commitShouldKeepFactsAloneBesideFilesThatAreThere() {
    committed(course().first(keeping(wholeCourse(), Map.of(A, "{}"))));

    Map<String, String> more = Map.of(A, "{\"a\":1}", B, "{\"b\":[]}", "nowhere.md", "{}");
    committed(course().commit(1, List.of(), keeping(wholeCourse(), more)));

    assertThat(course().facts()).isEqualTo(Map.of(A, "{\"a\":1}", B, "{\"b\":[]}"));
    assertThat(course().head().revision()).isEqualTo(1);
  }

  @Test
  default void factsShouldGoWhenTheirFileIsDeleted() {
    committed(course().first(keeping(wholeCourse(), Map.of(A, "{}", B, "{}"))));
    Change delete = new Change.Delete(new ArtifactPath(B), Sha256.of(SECOND));

    committed(
        course()
            .commit(1, List.of(delete), projection(piece("Clone IA"), brief(1), lessonA("0.5"))));

    assertThat(course().facts()).containsOnlyKeys(A);
    assertThat(mirror().rows(COURSE).rows()).containsOnlyKeys(PIECE, METADATA, lesson(A));
  }

  @Test
  default void factsOfBothShouldSurviveWhenTwoWritersWriteDifferentFiles() {
    committed(course().first(keeping(wholeCourse(), Map.of(A, "{}", B, "{}"))));
    byte[] mine = text("# Mine\n");
    byte[] theirs = text("# Theirs\n");
    Change put = put(A, mine, Optional.of(Sha256.of(FIRST)));
    writer().upload(COURSE, mine);
    writer().upload(COURSE, theirs);
    Change other = put(B, theirs, Optional.of(Sha256.of(SECOND)));
    Projection project = keeping(wholeCourse(), Map.of(A, "{\"mine\":1}"));
    committed(
        course().commit(1, List.of(other), keeping(wholeCourse(), Map.of(B, "{\"theirs\":1}"))));

    assertThat(course().commit(1, List.of(put), project)).isEqualTo(new CourseMoved(2));
    assertThat(course().facts()).isEqualTo(Map.of(A, "{}", B, "{\"theirs\":1}"));
    committed(course().commit(2, List.of(put), project));

    assertThat(course().facts()).isEqualTo(Map.of(A, "{\"mine\":1}", B, "{\"theirs\":1}"));
  }

  private ProjectedCourse course() {
    return new ProjectedCourse(this);
  }
}
