package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A folder that was taken for one course is a collection, or the other way round. A person says so,
 * and the files move in the mirror; nothing is deleted, and no history is lost.
 */
class WrongBoundariesTest extends Scene {

  @BeforeEach
  void synchroniseACollectionThatLooksLikeACourse() throws IOException {
    ana.write("courses/path/curriculum.yaml", "title: A learning path\n");
    for (String course : List.of("one", "two")) {
      ana.write("courses/path/" + course + "/COURSE-BRIEF.md", "# " + course + "\n");
      ana.write("courses/path/" + course + "/lessons/1.1-a.md", "# A of " + course + "\n");
    }
    ana.write("courses/other/COURSE-BRIEF.md", "# Other\n");
    ana.write("courses/creatoros.yaml", "# ours\nsize-limit: 1MiB\n");
    syncEqual(ana);
    assertThat(held("path")).isEqualTo(5);
  }

  @Test
  void syncShouldMoveFilesIntoCoursesOfTheirOwnWhenTheFolderIsSplit() {
    Machine.Ran split = in("courses", "split", "path");
    syncEqual(ana);

    assertThat(split.code()).as(split.err()).isZero();
    assertThat(held("path")).isEqualTo(1);
    assertThat(held("path/one")).isEqualTo(2);
    assertThat(held("path/two")).isEqualTo(2);
    assertThat(tombstones("path")).isEqualTo(4);
    assertThat(mirror.query("select file_path from public.course_lessons order by course_id"))
        .containsExactly("lessons/1.1-a.md", "lessons/1.1-a.md");
    assertSettled(ana);
  }

  @Test
  void syncShouldMoveFilesIntoOneCourseWhenTheFolderIsJoined() {
    in("courses", "split", "path");
    syncEqual(ana);

    Machine.Ran joined = in("courses", "join", "path");
    syncEqual(ana);

    assertThat(joined.code()).as(joined.err()).isZero();
    assertThat(held("path")).isEqualTo(5);
    assertThat(held("path/one")).isZero();
    assertThat(tombstones("path/one")).isEqualTo(2);
    assertThat(
            mirror.query("select path from creatoros.courses where path like 'path%' order by 1"))
        .containsExactly("path", "path/one", "path/two");
    assertSettled(ana);
  }

  @Test
  void syncShouldJoinCoursesThatWereFoundInACollection() throws IOException {
    ana.write("courses/set/one/COURSE-BRIEF.md", "# 1\n");
    ana.write("courses/set/two/COURSE-BRIEF.md", "# 2\n");
    syncEqual(ana);
    assertThat(held("set/one")).isOne();

    in("courses", "join", "set");
    syncEqual(ana);

    assertThat(held("set")).isEqualTo(2);
    assertSettled(ana);
  }

  @Test
  void anotherMachineShouldSeeTheSameBoundaries() {
    in("courses", "split", "path");
    syncEqual(ana);
    Machine.Ran pulled = bia.run("pull", "--all", "--to", ROOT);

    assertThat(pulled.code()).as(pulled.out() + pulled.err()).isZero();
    assertSettled(bia);

    in("courses", "join", "path");
    syncEqual(ana);
    bia.runIn(root(bia), "pull", ".");
    syncEqual(bia);
    assertSettled(bia);
    assertThat(mirror.query("select path from creatoros.files where sha256 is not null"))
        .hasSize(7);
  }

  @Test
  void splitShouldOnlyShowWhatWouldChangeWhenItIsADryRun() throws IOException {
    Machine.Ran ran = in("courses", "split", "path", "--into", "two", "--dry-run");

    assertThat(ran.out()).contains("would change:", "+ fixed-courses:", "+   - 'path/two'");
    assertThat(ana.read("courses/creatoros.yaml")).isEqualTo("# ours\nsize-limit: 1MiB\n");
  }

  @Test
  void splitShouldAddToTheFileOnly() throws IOException {
    in("courses", "split", "path", "--into", "two");

    assertThat(ana.read("courses/creatoros.yaml"))
        .isEqualTo("# ours\nsize-limit: 1MiB\nfixed-courses:\n  - 'path/two'\n");
  }

  @Test
  void splitShouldExit2WhenThereIsNothingToSplit() {
    assertThat(in("courses", "split", "other").err()).contains("looks like a course");
    assertThat(in("courses", "split", "absent").err()).contains("no folder of the workspace");
    assertThat(in("courses", "split", "path", "--into", "absent").code()).isEqualTo(2);
    assertThat(in("courses", "join", "path").err()).contains("one course already");
  }

  @Test
  void splitShouldBeRefusedWhenTheFileWouldNotDecide() {
    Machine.Ran ran = in("courses", "split", "path", "--set", "fixed-courses=x");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("SETTING_ELSEWHERE");
  }

  @Test
  void splitShouldBeRefusedWhenTheFileCannotBeEditedSafely() throws IOException {
    String text = "fixed-courses: [elsewhere]\n";
    Files.writeString(root(ana).resolve("creatoros.yaml"), text);

    Machine.Ran ran = in("courses", "split", "path");

    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.err()).contains("CONFIG_NOT_EDITED", "by hand");
    assertThat(ana.read("courses/creatoros.yaml")).isEqualTo(text);
  }

  private Machine.Ran in(String... command) {
    return ana.runIn(root(ana), command);
  }

  /** How many files the mirror holds of a course. */
  private int held(String course) {
    return count(course, "is not null");
  }

  private int tombstones(String course) {
    return count(course, "is null");
  }

  private int count(String course, String hash) {
    return Integer.parseInt(
        mirror
            .query(
                "select count(*) from creatoros.files f join creatoros.courses c"
                    + " on c.id = f.course_id where c.path = ? and sha256 "
                    + hash,
                course)
            .get(0));
  }
}
