package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings are read from the folder alone: no database is configured, and none is started. */
class FindingsCommandTest {

  @TempDir private Path folder;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void writeCourses() throws IOException {
    machine =
        new Machine(folder).with("CREATOROS_EMBEDDED_HOME", folder.resolve("no-server").toString());
    machine.write("good/COURSE-BRIEF.md", "# Good\n");
    machine.write("broken/COURSE-BRIEF.md", "# Broken\n");
    machine.write("broken/curriculum.yaml", "title: Broken\nmodules: [\n");
    machine.write("nobrief/lessons/1.1-a.md", "# A\n");
    machine.run("init", ".");
  }

  @Test
  void findingsShouldNameFileLineAndWhatToDo() {
    Machine.Ran ran = machine.run("findings", "broken");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("broken: 1 error", "  curriculum.yaml\n", "→ ")
        .containsPattern("    error    line \\d+: ")
        .doesNotContain("nobrief");
    assertThat(folder.resolve("no-server")).doesNotExist();
  }

  @Test
  void findingsShouldPutWhatConcernsTheWholeCourseFirst() throws IOException {
    machine.write("nobrief/curriculum.yaml", "modules: [\n");

    Machine.Ran ran = machine.run("findings", "nobrief");

    assertThat(ran.out()).containsSubsequence("the course as a whole", "curriculum.yaml");
  }

  @Test
  void findingsShouldLeaveOutWhatMattersLess() {
    assertThat(machine.run("findings").out()).contains("nobrief: ", "broken: 1 error");
    assertThat(machine.run("findings", "--severity", "error").out())
        .contains("broken: 1 error", "3 courses: 1 error\n")
        .doesNotContain("nobrief");
  }

  @Test
  void findingsShouldExit16OnlyWhenStrictAndThereAreErrors() {
    assertThat(machine.run("findings").code()).isZero();
    assertThat(machine.run("findings", "--strict").code()).isEqualTo(16);
    assertThat(machine.run("findings", "--strict", "good", "nobrief").code()).isZero();
  }

  @Test
  void findingsShouldKnowACourseByPathAndBySlug() throws IOException {
    machine.write("nobrief/curriculum.yaml", "course:\n  slug: from-scratch\n");

    assertThat(machine.run("findings", "nobrief/lessons").out()).contains("nobrief: ");
    assertThat(machine.run("findings", "from-scratch").out()).contains("nobrief: ");
    assertThat(machine.runIn(folder.resolve("nobrief"), "findings", ".").out())
        .contains("nobrief: ");
    assertThat(machine.run("findings", "absent").code()).isEqualTo(2);
  }

  @Test
  void findingsShouldExit2WhenSeveralCoursesHaveTheSlug() throws IOException {
    machine.write("good/curriculum.yaml", "course:\n  slug: twice\n");
    machine.write("nobrief/curriculum.yaml", "course:\n  slug: twice\n");

    Machine.Ran ran = machine.run("findings", "twice");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("Several courses call themselves 'twice': good, nobrief");
  }

  @Test
  void findingsShouldReadAWorkspaceThatIsNamedFromElsewhere() {
    Machine.Ran ran =
        machine.runIn(folder.getParent(), "findings", folder.resolve("broken").toString());

    assertThat(ran.out()).contains("broken: 1 error");
  }

  @Test
  void findingsShouldNameTheCommandThatTellsWhatLessonsLackEvenForAPathWithSpaces()
      throws IOException {
    machine.write("my courses/it's tea/COURSE-BRIEF.md", "# Tea\n");
    machine.write("my courses/it's tea/lessons/1.1-leaves.md", "# Leaves\n\nGreen or black.\n");

    Machine.Ran ran = machine.run("findings", "my courses/it's tea");
    Machine.Ran asJson = machine.run("findings", "my courses/it's tea", "--json");

    String next = "creatoros lessons 'my courses/it'\\''s tea' --status failed";
    assertThat(ran.out())
        .contains("1 of 1 lesson", "→ begin headings with G or 🎯 (goal)")
        .endsWith("\nnext: " + next + "\n");
    assertThat(asJson.json()).containsEntry("next", next);
    assertThat(machine.run("findings", "good").out()).doesNotContain("next:");
  }
}
