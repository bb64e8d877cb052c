package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workspace and the course that a place on the command line means, and what is made there. */
class PersistPlaceTest extends PersistingMachine {

  @Test
  void workspaceShouldBeMadeAroundTheCourseWhenThereIsNone() {
    machine.pipe(LESSON, "persist", "lesson", "courses/coffee", "1.2");

    assertThat(folder.resolve("courses/.creatoros")).isDirectory();
    assertThat(folder.resolve(".creatoros")).doesNotExist();
    assertThat(folder.resolve("courses/coffee/.creatoros")).doesNotExist();
  }

  @Test
  void workspaceAroundShouldBeUsedWhenThereIsOne() throws IOException {
    machine.run("init", ".");
    Path deep = Files.createDirectories(folder.resolve("trilhas/café"));

    Machine.Ran here = machine.runIn(deep, lesson("novo curso", "1.1"));
    Machine.Ran fromRoot = machine.runIn(folder, lesson("trilhas/chá", "1.1"));
    Machine.Ran byPath = machine.runIn(deep, lesson("trilhas/chá", "1.2"));

    assertThat(List.of(here.code(), fromRoot.code(), byPath.code())).containsOnly(0);
    assertThat(here.out()).contains("trilhas/café/novo curso/lessons/1.1-");
    assertThat(fromRoot.out()).contains("trilhas/chá/lessons/1.1-");
    assertThat(byPath.out()).contains("trilhas/chá/lessons/1.2-");
    assertThat(folder.resolve("trilhas/.creatoros")).doesNotExist();
  }

  @Test
  void workspaceShouldBeTheOneThatIsNamed() {
    machine.pipe(LESSON, "persist", "lesson", "away/coffee", "1.2", "-C", "away");

    assertThat(folder.resolve("away/.creatoros")).isDirectory();
    assertThat(folder.resolve("away/coffee/lessons")).isDirectoryContaining("glob:**1.2-*.md");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score coffee 1.2 --verdict passed | error NO_WORKSPACE: ",
        "lesson coffee 1.2 -C away | error NOT_IN_WORKSPACE: ",
        "lesson away 1.2 -C away | error NO_COURSE_NAME: ",
        "lesson coffee 1.2 --file no.md -C away | error INPUT_UNREADABLE: ",
      })
  void workspaceShouldNotBeMadeWhenTheCommandFails(String line, String why) {
    Machine.Ran ran = machine.pipe(LESSON, ("persist " + line).split(" "));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(why);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void courseShouldBeMeantWhenAFolderInItIsNamed() throws IOException {
    machine.write("coffee/COURSE-BRIEF.md", "# Coffee\n");
    machine.write("coffee/lessons/1.1-beans.md", "# Beans\n");
    machine.run("init", ".");

    Machine.Ran ran = machine.pipe(LESSON, "persist", "lesson", "coffee/lessons", "1.2");

    assertThat(ran.out()).contains("coffee/lessons/1.2-");
  }

  @ParameterizedTest
  @CsvSource({".,is the workspace", "coffee/new,inside the course", "../x,does not lie in"})
  void courseShouldBeRefusedWhereNoneCanBe(String place, String why) throws IOException {
    machine.write("courses/coffee/COURSE-BRIEF.md", "# Coffee\n");
    machine.write("courses/coffee/lessons/1.1-beans.md", "# Beans\n");
    machine.run("init", "courses");

    Machine.Ran ran = machine.runIn(folder.resolve("courses"), lesson(place, "1.2"));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(why);
  }

  private String[] lesson(String course, String label) throws IOException {
    Path file = machine.write("grind.md", LESSON);
    return new String[] {"persist", "lesson", course, label, "--file", file.toString()};
  }
}
