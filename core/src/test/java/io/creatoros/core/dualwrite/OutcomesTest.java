package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.core.dualwrite.StubLeg.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.compare.Verdict;
import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.RefusedRow;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.core.storage.StorageException;
import io.creatoros.core.storage.StorageSchemaException;
import io.creatoros.core.sync.CourseReport;
import io.creatoros.core.sync.DeleteGuard;
import io.creatoros.core.sync.OpenPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From a course's report to the answer of one call. */
class OutcomesTest {

  private final SortedMap<ArtifactPath, OpenPath> open = new TreeMap<>();
  private Optional<String> rowsOwed = Optional.empty();
  private List<RefusedRow> refused = List.of();
  private Optional<CourseReport.FirstContact> met = Optional.empty();
  private Optional<DeleteGuard.Stop> guard = Optional.empty();
  private Optional<StorageException> failure = Optional.empty();

  private MirrorOutcome outcome(String... asked) {
    CourseReport report =
        new CourseReport(
            COURSE,
            2,
            0,
            1,
            0,
            0,
            10,
            7,
            open,
            new TreeMap<>(),
            false,
            rowsOwed,
            refused,
            List.of(),
            List.of(),
            met,
            false,
            guard,
            failure);
    return Outcomes.of(report, paths(asked));
  }

  private void open(String path, Verdict verdict, String reason) {
    open.put(new ArtifactPath(path), new OpenPath(verdict, reason));
  }

  private static MirrorOutcome.Owed owed(OwedReason reason, String code, String message) {
    return new MirrorOutcome.Owed(reason, code, message, Optional.empty());
  }

  @Test
  void outcomeShouldBeAppliedAtTheCoursesRevision() {
    assertThat(outcome("a.md")).isEqualTo(new MirrorOutcome.Applied(7));
  }

  @Test
  void outcomeShouldBeAppliedWhenOnlyOtherPathsAreOpen() {
    open("b.md", Verdict.CONFLICT, "");
    open("c.md", Verdict.OWED_DELETE, "");
    open("d.md", Verdict.UNKNOWN, "cannot be read");

    assertThat(outcome("a.md")).isEqualTo(new MirrorOutcome.Applied(7));
  }

  @Test
  void outcomeShouldBeAConflictWhenTheMirrorHoldsSomethingElse() {
    open("a.md", Verdict.CONFLICT, "");
    open("b.md", Verdict.REMOTE_AHEAD, "");
    open("c.md", Verdict.UNKNOWN, "cannot be read");

    assertThat(outcome("a.md", "b.md", "c.md", "d.md"))
        .isEqualTo(
            new MirrorOutcome.Conflict(Set.of(new ArtifactPath("a.md"), new ArtifactPath("b.md"))));
  }

  @Test
  void outcomeShouldBeOwedWhenAnAskedPathIsOpenOtherwise() {
    open("busy.md", Verdict.OWED, "the course kept moving in the mirror");
    open("gone.md", Verdict.OWED_DELETE, "");
    open("torn.md", Verdict.UNKNOWN, "cannot be read");

    assertThat(outcome("busy.md"))
        .isEqualTo(
            owed(
                OwedReason.BUSY,
                "COURSE_BUSY",
                "course \"curso-de-horta\": the course kept moving in the mirror"));
    assertThat(outcome("gone.md"))
        .isEqualTo(owed(OwedReason.CHANGING, "FILE_CHANGED", "\"gone.md\" is not there any more"));
    assertThat(outcome("torn.md"))
        .isEqualTo(owed(OwedReason.CHANGING, "FILE_CHANGED", "\"torn.md\" cannot be read"));
  }

  @Test
  void outcomeShouldBeOwedWhenRowsAreOwed() {
    rowsOwed = Optional.of("a file changed while it was read");
    MirrorOutcome.Owed changing = (MirrorOutcome.Owed) outcome("a.md");
    rowsOwed = Optional.of("PROJECTION_FAILED, a defect in creatoros: ClassCastException");
    MirrorOutcome.Owed defect = (MirrorOutcome.Owed) outcome("a.md");

    assertThat(changing.reason()).isEqualTo(OwedReason.CHANGING);
    assertThat(changing.code()).isEqualTo("ROWS_OWED");
    assertThat(changing.message()).contains("curso-de-horta", "changed while it was read");
    assertThat(defect.reason()).isEqualTo(OwedReason.REFUSED);
    assertThat(defect.code()).isEqualTo("PROJECTION_FAILED");
  }

  @Test
  void outcomeShouldBeRejectedForRowsOfItsOwnFilesAndOfTheCourse() {
    RefusedRow own = row(RowTable.COURSE_LESSONS, "a.md");
    RefusedRow other = row(RowTable.COURSE_LESSONS, "b.md");
    RefusedRow course = row(RowTable.COURSE_METADATA, "");

    refused = List.of(own, other);
    assertThat(outcome("a.md")).isEqualTo(new MirrorOutcome.Rejected(7, List.of(own)));
    assertThat(outcome("c.md")).isEqualTo(new MirrorOutcome.Applied(7));

    refused = List.of(course, other);
    assertThat(outcome("a.md")).isEqualTo(new MirrorOutcome.Rejected(7, List.of(course)));
  }

  @Test
  void outcomeShouldBeRejectedForRowsThatARecordMayHaveChanged() {
    RefusedRow lesson = row(RowTable.COURSE_LESSONS, "lessons/1.1-beans.md");
    refused = List.of(lesson);

    assertThat(outcome(".record/1.1.json"))
        .isEqualTo(new MirrorOutcome.Rejected(7, List.of(lesson)));
  }

  private static RefusedRow row(RowTable table, String path) {
    return new RefusedRow(new RowKey(table, path), "23514", "a check");
  }

  @Test
  void outcomeShouldBeOwedWhenTheCourseIsMetForTheFirstTime() {
    met = Optional.of(new CourseReport.FirstContact("desktop:/cursos", 1, 2, 3));

    assertThat(outcome("a.md"))
        .isEqualTo(
            new MirrorOutcome.Owed(
                OwedReason.FIRST_CONTACT,
                "FIRST_CONTACT",
                "the mirror holds course \"curso-de-horta\" from another workspace"
                    + " (desktop:/cursos): 1 of 2 files here are equal to one of 3 there",
                Optional.of("creatoros sync \"curso-de-horta\" --join")));
  }

  @Test
  void outcomeShouldBeOwedWhenTheCourseIsGuarded() {
    guard =
        Optional.of(new DeleteGuard.Stop("COURSE_RENAMED", "is gone", "creatoros courses move"));

    assertThat(outcome("a.md"))
        .isEqualTo(
            new MirrorOutcome.Owed(
                OwedReason.REFUSED,
                "COURSE_RENAMED",
                "is gone",
                Optional.of("creatoros courses move")));
  }

  @Test
  void outcomeShouldBeOwedWhenTheCourseFailed() {
    failure = Optional.of(new StorageSchemaException("PROJECTION_NEWER", "newer", "upgrade"));

    assertThat(outcome("a.md"))
        .isEqualTo(
            new MirrorOutcome.Owed(
                OwedReason.SCHEMA, "PROJECTION_NEWER", "newer", Optional.of("upgrade")));
  }

  @Test
  void outcomesAboutPathsShouldBeThoseThatSayNothingOfOthers() {
    assertThat(Outcomes.isAboutPaths(new MirrorOutcome.Conflict(Set.of()))).isTrue();
    assertThat(Outcomes.isAboutPaths(new MirrorOutcome.Rejected(1, List.of()))).isTrue();
    assertThat(Outcomes.isAboutPaths(owed(OwedReason.CHANGING, "FILE_CHANGED", ""))).isTrue();
    assertThat(Outcomes.isAboutPaths(owed(OwedReason.BUSY, "COURSE_BUSY", ""))).isFalse();
    assertThat(Outcomes.isAboutPaths(new MirrorOutcome.Applied(1))).isFalse();
  }
}
