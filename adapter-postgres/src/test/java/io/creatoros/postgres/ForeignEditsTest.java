package io.creatoros.postgres;

import static io.creatoros.testkit.MirrorWriter.put;
import static io.creatoros.testkit.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.course.ArtifactPath;
import io.creatoros.core.course.Change;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.course.ForeignEdit;
import io.creatoros.core.course.Sha256;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.testkit.MirrorWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of edits that a person makes in the tables. */
final class ForeignEditsTest {
  private static final CourseId COURSE = new CourseId("curso");
  private static final ArtifactPath PATH = new ArtifactPath("a.md");
  private static final Sha256 HASH = Sha256.of(text("a"));

  private final TestDatabase database = MigratedDatabase.fresh();
  private final Hand hand = new Hand(database);
  private final PostgresMirror mirror = PostgresMirror.open(MigratedDatabase.config(database));

  @BeforeEach
  void write() {
    new MirrorWriter(mirror).write(COURSE, Map.of("a.md", text("a"), "b.md", text("b")));
  }

  @AfterEach
  void close() {
    mirror.close();
    database.close();
  }

  @Test
  void contentShouldKeepOldAndNewBytesWhenEdited() {
    hand.editBytes(COURSE, PATH, text("A!"));

    ForeignEdit edit = onlyEdit();
    assertThat(edit.table()).isEqualTo("contents");
    assertThat(edit.operation()).isEqualTo("UPDATE");
    assertThat(edit.hash()).contains(HASH.hex());
    assertThat(edit.path()).isEmpty();
    assertThat(edit.by()).isEqualTo(database.user());
    assertThat(kept("old_bytes")).containsExactly(text("a"));
    assertThat(kept("new_bytes")).containsExactly(text("A!"));
  }

  @Test
  void contentShouldKeepBytesWhenDeletedAndWhenUploadRepairsIt() {
    hand.deleteBytes(COURSE, PATH);
    new MirrorWriter(mirror).upload(COURSE, text("a"));

    assertThat(onlyEdit().operation()).isEqualTo("DELETE");
    assertThat(kept("old_bytes")).containsExactly(text("a"));
  }

  @Test
  void fileShouldKeepOldAndNewRowWhenHashIsEdited() {
    hand.editHash(COURSE, PATH, Sha256.of(text("b")));

    ForeignEdit edit = onlyEdit();
    assertThat(edit.table()).isEqualTo("files");
    assertThat(edit.path()).isEqualTo(Optional.of("a.md"));
    assertThat(edit.hash()).isEmpty();
    assertThat(
            hand.query(
                String.class,
                "select substr(old_row ->> 'sha256', 3) || substr(new_row ->> 'sha256', 3)"
                    + " from creatoros.foreign_edits"))
        .containsExactly(HASH.hex() + Sha256.of(text("b")).hex());
  }

  @Test
  void courseShouldBeEnteredWhenItsRowIsEdited() {
    hand.execute("update creatoros.courses set origin = 'somebody'");

    assertThat(onlyEdit().table()).isEqualTo("courses");
    assertThat(onlyEdit().path()).isEmpty();
  }

  @Test
  void rowMovedBetweenCoursesShouldBeEnteredForBoth() {
    CourseId other = new CourseId("other");
    new MirrorWriter(mirror).write(other, "c.md", text("c"));

    hand.execute(
        "update creatoros.files set course_id ="
            + " (select id from creatoros.courses where path = 'other') where path = 'a.md'");

    assertThat(mirror.foreignEdits(COURSE, 0)).hasSize(1);
    assertThat(mirror.foreignEdits(other, 0)).hasSize(1);
  }

  @Test
  void nothingShouldBeEnteredWhenAnUpdateChangesNothing() {
    hand.execute("update creatoros.files set name = name");
    hand.execute("update creatoros.contents set bytes = bytes");

    assertThat(mirror.foreignEdits(COURSE, 0)).isEmpty();
  }

  @Test
  void everyCourseShouldHaveAnEntryWhenTableIsTruncated() {
    CourseId other = new CourseId("other");
    new MirrorWriter(mirror).write(other, "c.md", text("c"));

    hand.execute("truncate creatoros.contents");

    for (CourseId course : List.of(COURSE, other)) {
      assertThat(mirror.foreignEdits(course, 0))
          .singleElement()
          .satisfies(edit -> assertThat(edit.operation()).isEqualTo("TRUNCATE"));
    }
  }

  @Test
  void editShouldBeEnteredWhenMadeInTheTransactionOfACommit() {
    try (Handle handle = hand.begin()) {
      handle.execute(
          "select creatoros.commit('default', 'curso', 1, 'me', ?::jsonb)",
          ChangesText.of(List.of(new Change.Delete(PATH, HASH))));
      handle.execute("update creatoros.files set name = 'x' where path = 'b.md'");
      handle.commit();
    }

    assertThat(onlyEdit().path()).contains("b.md");
  }

  @Test
  void entriesShouldStayReadableWhenCourseIsDeleted() {
    hand.execute("delete from creatoros.files");
    hand.execute("delete from creatoros.contents");
    hand.execute("delete from creatoros.courses");

    List<ForeignEdit> edits = mirror.foreignEdits(COURSE, 0);
    assertThat(edits).extracting(ForeignEdit::operation).containsOnly("DELETE").hasSize(5);
    assertThat(edits.get(4).table()).isEqualTo("courses");
    assertThat(mirror.foreignEdits(COURSE, edits.get(3).number())).hasSize(1);
  }

  @Test
  void courseShouldNotBeDeletedWhileItHasFiles() {
    assertThatThrownBy(() -> hand.execute("delete from creatoros.courses"))
        .hasMessageContaining("course \"curso\" still has rows in creatoros.files");
  }

  @Test
  void nothingShouldBeEnteredWhenMirrorWritesDeletesAndSweeps() {
    MirrorWriter writer = new MirrorWriter(mirror);
    writer.upload(COURSE, text("abandoned"));
    hand.execute("update creatoros.uploads set offered_at = now() - interval '2 days'");
    writer.delete(COURSE, "b.md");
    writer.upload(COURSE, text("c"));
    mirror.commit(COURSE, 2, "me", List.of(put("c.md", text("c"))), Optional.empty());
    mirror.move(COURSE, new CourseId("moved"));

    assertThat(hand.count("creatoros.foreign_edits")).isZero();
    assertThat(hand.count("creatoros.contents")).isEqualTo(3);
  }

  private ForeignEdit onlyEdit() {
    List<ForeignEdit> edits = mirror.foreignEdits(COURSE, 0);
    assertThat(edits).hasSize(1);
    return edits.get(0);
  }

  private List<byte[]> kept(String column) {
    return hand.query(
        byte[].class, "select " + column + " from creatoros.foreign_edits order by id");
  }
}
