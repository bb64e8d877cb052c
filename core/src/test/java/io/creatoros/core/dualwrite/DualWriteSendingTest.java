package io.creatoros.core.dualwrite;

import static io.creatoros.core.dualwrite.Desk.COURSE;
import static io.creatoros.core.dualwrite.Desk.owed;
import static io.creatoros.testkit.CourseWriterContract.file;
import static io.creatoros.testkit.CourseWriterContract.lessons;
import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.RowKey;
import io.creatoros.core.course.RowTable;
import io.creatoros.testkit.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a write sends: what the folder holds when it is sent, and no deletes.
 *
 * <pre>
 * writer ─► folders
 *       └─► switch ─ trace ─ budget ─ sync of one course ─► faulty mirror
 * </pre>
 */
@Timeout(60)
class DualWriteSendingTest {

  private final Desk desk = new Desk();

  @Test
  void writeShouldSendOnlyWhileSwitchedOn() {
    CourseWriter writer = desk.writer();
    desk.on = false;
    Persisted off = writer.write(COURSE, lessons(1));
    desk.on = true;
    Persisted on = writer.write(COURSE, List.of(file("a.md", "um")));

    assertThat(off.mirror()).isEqualTo(new MirrorOutcome.Disabled());
    assertThat(on.mirror()).isEqualTo(new MirrorOutcome.Applied(1));
    assertThat(desk.stored()).hasSize(2);
  }

  @Test
  void writeShouldOweWhenTheSwitchCannotBeRead() {
    CourseWriter writer =
        desk.writes(Desk.settings())
            .whenever(
                () -> {
                  throw new IllegalStateException("no such file");
                })
            .open();

    assertThat(owed(writer.write(COURSE, lessons(1))).code()).isEqualTo("SENDING_DEFECT");
  }

  @Test
  void writeShouldLookAtNoOtherCourseWhenTheCourseIsKnown() {
    CourseWriter writer = desk.writer();
    desk.folders.write(new CourseId("outro"), "a.md", Samples.text("a"));
    desk.sync();
    writer.write(COURSE, lessons(1));
    desk.mirror.forgetCalls();
    int scans = desk.folders.scans().size();

    writer.write(COURSE, List.of(file("a.md", "um")));

    assertThat(desk.mirror.calls()).containsExactly("read", "missing", "upload", "facts", "commit");
    assertThat(desk.folders.scans().subList(scans, desk.folders.scans().size()))
        .containsExactly(COURSE);
  }

  @Test
  void writeShouldDeleteNothingInTheMirror() {
    desk.edit("a.md", "um").edit("b.md", "dois").sync();
    desk.folders.delete(COURSE, "a.md");

    Persisted persisted = desk.writer().write(COURSE, List.of(file("c.md", "um")));

    assertThat(persisted.mirror()).isInstanceOf(MirrorOutcome.Applied.class);
    assertThat(desk.stored()).containsOnlyKeys("a.md", "b.md", "c.md");
  }

  @Test
  void writeShouldOweWhenAFileIsGoneBeforeItIsSent() {
    desk.guard =
        (mirror, budget) -> {
          desk.folders.delete(COURSE, "a.md");
          return mirror;
        };

    Persisted persisted = desk.writer().write(COURSE, List.of(file("a.md", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.CHANGING);
    assertThat(owed(persisted).message()).contains("a.md");
  }

  @Test
  void writeShouldOweWhenASentFileIsDeletedAgain() {
    desk.edit("a.md", "um").sync();
    desk.guard =
        (mirror, budget) -> {
          desk.folders.delete(COURSE, "a.md");
          return mirror;
        };

    Persisted persisted = desk.writer().write(COURSE, List.of(file("a.md", "dois", "um")));

    assertThat(owed(persisted).reason()).isEqualTo(OwedReason.CHANGING);
    assertThat(desk.stored()).isEqualTo(Map.of("a.md", "um"));
  }

  @Test
  void writeShouldOweWhenAFileChangesWhileItIsSent() {
    CourseWriter writer = desk.writer();
    writer.write(COURSE, List.of(file("a.md", "um")));
    desk.mirror.beforeNext("missing", () -> desk.edit("b.md", "meanwhile"));
    desk.edit("b.md", "before");

    Persisted asked = writer.write(COURSE, List.of(file("b.md", "before", "before")));

    assertThat(owed(asked).reason()).isEqualTo(OwedReason.CHANGING);
    assertThat(owed(asked).message()).contains("b.md");
  }

  @Test
  void writeShouldNameRowsThatTheSchemaDoesNotTake() {
    desk.database.database().refuse(new RowKey(RowTable.COURSE_LESSONS, "lessons/1.1-aula.md"));

    CourseWriter writer = desk.writer();

    Persisted refused = writer.write(COURSE, lessons(2));
    Persisted other = writer.write(COURSE, List.of(file("lessons/1.3-aula.md", "# Aula 3\n")));

    assertThat(refused.mirror()).isInstanceOf(MirrorOutcome.Rejected.class);
    assertThat(((MirrorOutcome.Rejected) refused.mirror()).rows())
        .extracting(row -> row.key().path())
        .containsExactly("lessons/1.1-aula.md");
    assertThat(other.mirror()).isInstanceOf(MirrorOutcome.Applied.class);
    assertThat(desk.stored()).hasSize(3);
  }
}
