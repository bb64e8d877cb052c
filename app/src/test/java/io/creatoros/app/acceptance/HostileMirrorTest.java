package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody plants rows that would write outside the folder, or where other tools obey. */
class HostileMirrorTest extends Scene {

  @BeforeEach
  void synchronise() throws IOException {
    writeCoffeeCourse();
    ana.write("courses/tea/lessons/1.1-leaves.md", "leaves\n");
    ana.write("courses/tea/COURSE-BRIEF.md", "# Tea\n");
    syncEqual(ana);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.md", "../../evil.md", "/tmp/evil.md", "lessons/../../evil.md"})
  void pullShouldRefuseANameThatLeavesTheCourse(String name) throws IOException {
    mirror.plantFile("coffee", "evil.md", "evil\n");
    mirror.execute("update creatoros.files set name = ? where path = 'evil.md'", name);

    assertRefused("? coffee/evil.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {".git/hooks/post-checkout", ".creatoros/bases", "lessons/.GIT/config"})
  void pullShouldRefuseAPathThatToolsObey(String path) throws IOException {
    mirror.plantFile("coffee", path, "evil\n");

    assertRefused("? coffee/" + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.md", "../../../evil.md", "/tmp/evil.md", "a/../../evil.md"})
  void pullShouldRefuseTheCourseWhenItsRowsLeaveItThoughTheSchemaWasWeakened(String path)
      throws IOException {
    dropChecks("files");
    mirror.plantFile("coffee", path, "evil\n");

    Machine.Ran pulled = bia.run("pull", "--all", "--to", ROOT);

    assertThat(pulled.code()).as(pulled.out() + pulled.err()).isEqualTo(12);
    assertThat(pulled.out()).contains("coffee: DB_KEY_REFUSED: ", '"' + path + '"');
    assertThat(Tree.hashes(root(bia)).keySet())
        .containsExactly("tea/COURSE-BRIEF.md", "tea/lessons/1.1-leaves.md");
    assertNothingOutside();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "/tmp/evil", "a/../../evil"})
  void pullShouldRefuseAMirrorWhoseCoursesLeaveTheRoot(String path) throws IOException {
    dropChecks("courses");
    mirror.execute(
        "insert into creatoros.courses (project, path, revision) values ('default', ?, 1)", path);

    Machine.Ran pulled = bia.run("pull", "--all", "--to", ROOT);

    assertThat(pulled.code()).isEqualTo(12);
    assertThat(pulled.err()).contains("error DB_KEY_REFUSED: ", '"' + path + '"');
    assertNothingOutside();
  }

  @Test
  void pullShouldWriteNoCourseIntoTheWorkspacesState() throws IOException {
    mirror.execute(
        "insert into creatoros.courses (project, path, revision) values ('default', ?, 1)",
        ".creatoros");
    mirror.plantFile(".creatoros", "evil.md", "evil\n");

    assertRefused(".creatoros");
    assertThat(root(bia).resolve(".creatoros/evil.md")).doesNotExist();
  }

  @Test
  void theSchemaShouldRefuseAHostilePath() {
    for (String path : List.of("../evil.md", "/evil.md", "a/../../evil.md", "a//b", "./a", "")) {
      assertThat(refused(path)).as(path).isTrue();
    }
  }

  @Test
  void pullShouldNotWriteThroughALink() throws IOException {
    assertThat(bia.run("pull", "--all", "--to", ROOT).code()).isZero();
    Path outside = Files.createDirectories(bia.folder().resolve("outside"));
    Tree.empty(root(bia).resolve("coffee/lessons"));
    Files.delete(root(bia).resolve("coffee/lessons"));
    Files.createSymbolicLink(root(bia).resolve("coffee/lessons"), outside);
    ana.write("courses/coffee/lessons/1.1-beans.md", "second\n");
    ana.write("courses/coffee/curriculum.yaml", "title: Second\n");
    syncEqual(ana);

    Machine.Ran pulled = bia.run("pull", "-C", ROOT, "--all");

    assertThat(pulled.code()).isEqualTo(13);
    assertThat(pulled.out()).contains("? coffee/lessons/1.1-beans.md");
    assertThat(Tree.hashes(outside)).isEmpty();
    assertThat(bia.read("courses/coffee/curriculum.yaml")).isEqualTo("title: Second\n");
  }

  private void assertRefused(String named) throws IOException {
    Machine.Ran pulled = bia.run("pull", "--all", "--to", ROOT);

    assertThat(pulled.code()).as(pulled.out() + pulled.err()).isEqualTo(12);
    assertThat(pulled.out()).contains(named);
    assertThat(Tree.hashes(root(bia))).isEqualTo(Tree.hashes(root(ana)));
    assertNothingOutside();
  }

  private void assertNothingOutside() throws IOException {
    try (Stream<Path> entries = Files.list(bia.folder())) {
      assertThat(entries).containsExactly(root(bia));
    }
    assertThat(Path.of("/tmp/evil.md")).doesNotExist();
  }

  private void dropChecks(String table) {
    for (String check :
        mirror.query(
            "select conname from pg_constraint where contype = 'c' and conrelid = 'creatoros."
                + table
                + "'::regclass")) {
      mirror.execute("alter table creatoros." + table + " drop constraint " + check);
    }
  }

  private boolean refused(String path) {
    try {
      mirror.plantFile("coffee", path, "evil " + path);
      return false;
    } catch (AssertionError e) {
      return String.valueOf(e.getCause()).contains("violates check constraint");
    }
  }
}
