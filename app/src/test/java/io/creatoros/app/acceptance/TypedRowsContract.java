package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The typed rows say what the folders say, whatever becomes of the database. */
abstract class TypedRowsContract extends Scene {

  /** The folder of courses. */
  abstract Path source();

  @BeforeEach
  void synchronise() throws IOException {
    ana.copy(source(), ROOT);
    syncEqual(ana);
  }

  @Test
  void syncShouldWriteTheSameRowsWhenTheDatabaseWasDropped() {
    Set<String> before = mirror.typedRows();

    mirror.drop();
    assertThat(ana.run("migrate").code()).isZero();
    syncEqual(ana);

    assertThat(before).isNotEmpty();
    assertTypedRowsAre(before);
    assertSettled(ana);
  }

  @Test
  void syncShouldChangeOneLessonRowWhenOneLessonChanged() throws IOException {
    SortedMap<String, String> before = mirror.lessonVersions();
    String changed = before.lastKey();

    Files.writeString(
        root(ana).resolve(changed), "\nOne more sentence.\n", StandardOpenOption.APPEND);
    syncEqual(ana);

    SortedMap<String, String> after = mirror.lessonVersions();
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.keySet().stream().filter(path -> !after.get(path).equals(before.get(path))))
        .containsExactly(changed);
  }

  @Test
  void syncShouldTouchNoRowWhenEverythingIsReadAnew() {
    var before = mirror.rowVersions();

    syncEqual(ana, "--full");

    assertThat(mirror.rowVersions()).isEqualTo(before);
  }

  @Test
  void verifyShouldNameAnEditedRowAndSyncShouldMendIt() {
    Set<String> before = mirror.typedRows();
    edit("content_markdown = 'hacked'");

    Machine.Ran different = ana.run("verify", ROOT);
    Machine.Ran synced = sync(ana);

    assertThat(different.code()).as(different.out()).isEqualTo(10);
    assertThat(different.out()).contains("DIFFERENT", "course_lessons", "content_markdown");
    assertThat(synced.code()).as(synced.out()).isZero();
    assertThat(synced.out()).contains("edited by hand in the mirror: UPDATE course_lessons");
    assertTypedRowsAre(before);
    assertSettled(ana);
  }

  @Test
  void verifyShouldNameAnEditedScore() {
    Set<String> before = mirror.typedRows();
    edit("gps_score = 0.11, gps_valid = true");

    assertThat(ana.run("verify", ROOT).code()).isEqualTo(10);
    assertThat(ana.run("verify", ROOT).out()).contains("gps_score").contains("0.11");
    syncEqual(ana, "--full");

    assertTypedRowsAre(before);
  }

  private void assertTypedRowsAre(Set<String> before) {
    Set<String> now = mirror.typedRows();
    assertThat(before.stream().filter(cell -> !now.contains(cell))).as("gone").isEmpty();
    assertThat(now.stream().filter(cell -> !before.contains(cell))).as("new").isEmpty();
  }

  /** Edits the first lesson of every course. */
  private void edit(String values) {
    int changed =
        mirror.execute(
            "update public.course_lessons set "
                + values
                + " where (course_id, file_path) in"
                + " (select course_id, min(file_path) from public.course_lessons"
                + " group by course_id)");
    assertThat(changed).isPositive();
  }
}
