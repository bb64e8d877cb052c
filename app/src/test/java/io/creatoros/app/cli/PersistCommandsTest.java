package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generators store: the files, and what is said of them. No database is there. */
class PersistCommandsTest {

  private static final String LESSON = "# Grind\n\nGrind it just before.\n";

  @TempDir private Path folder;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void setUpMachine() {
    machine = new Machine(folder).with("CREATOROS_MIRROR", "none");
  }

  @Test
  void lessonShouldBeStoredExactlyAsItIsWithWhatIsKnownOfIt() throws IOException {
    Machine.Ran ran =
        machine.pipe(
            LESSON,
            "persist",
            "lesson",
            "courses/coffee",
            "1.2",
            "--title",
            "Grind it",
            "--cost-usd",
            "0.031",
            "--seconds",
            "41.5",
            "--retries",
            "1",
            "--fidelity",
            "0.91",
            "--provenance",
            "model=m-1");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("coffee/lessons/1.2-grind-it.md  written", "coffee/.record/1.2.json  written")
        .contains("mirror: there is none");
    assertThat(ran.err()).isEmpty();
    assertThat(machine.read("courses/coffee/lessons/1.2-grind-it.md")).isEqualTo(LESSON);
    assertThat(TestJson.object(machine.read("courses/coffee/.record/1.2.json")))
        .containsEntry("generationCostUsd", "0.031")
        .containsEntry("generationSeconds", "41.5")
        .containsEntry("retries", 1L)
        .containsEntry("voiceFidelity", "0.91")
        .containsEntry("provenance", Map.of("model", "m-1"));
  }

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

  @Test
  void lessonShouldBeUpdatedWhereItLies() throws IOException {
    machine.write("coffee/modulo-1/aula-1.2-moer.md", "# Moer\n");
    machine.write("coffee/COURSE-BRIEF.md", "# Coffee\n");

    Machine.Ran ran = machine.pipe(LESSON, "persist", "lesson", "coffee", "1.2");

    assertThat(ran.code()).isZero();
    assertThat(machine.read("coffee/modulo-1/aula-1.2-moer.md")).isEqualTo(LESSON);
    assertThat(ran.out()).contains("coffee/modulo-1/aula-1.2-moer.md  written");
  }

  @Test
  void repeatingShouldChangeNothing() {
    machine.pipe(LESSON, "persist", "lesson", "coffee", "1.2");

    Machine.Ran ran = machine.pipe(LESSON, "persist", "lesson", "coffee", "1.2");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("-grind.md  unchanged").doesNotContain("written\n");
  }

  @Test
  void bytesShouldSurviveWhateverTheyAre() throws IOException {
    String odd = "\uFEFF# Ação 🎓\r\n\r\nsem fim de linha";

    machine.pipe(odd, "persist", "lesson", "coffee", "1.2", "--slug", "x");

    assertThat(Files.readAllBytes(folder.resolve("coffee/lessons/1.2-x.md")))
        .isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void lessonsShouldBeStoredTogether() throws IOException {
    machine.write("drafts/brew.md", "# Brew\n");
    String json =
        """
        [
          {"label": "1.1", "markdown": "# Beans\\n", "voiceFidelity": 0.9},
          {"label": "1.2", "file": "drafts/brew.md", "retries": 2, "provenance": {"model": "m"}}
        ]
        """;

    Machine.Ran ran = machine.pipe(json, "persist", "lessons", "courses/coffee", "--json");

    assertThat(ran.code()).isZero();
    assertThat(ran.json()).containsEntry("course", "coffee").containsEntry("exitCode", 0L);
    assertThat(paths(ran))
        .containsExactlyInAnyOrder(
            "lessons/1.1-beans.md", "lessons/1.2-brew.md", ".record/1.1.json", ".record/1.2.json");
    assertThat(machine.read("courses/coffee/lessons/1.2-brew.md")).isEqualTo("# Brew\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"label\": \"x\", \"markdown\": \"y\"} | element 2 (x), line 3: lesson \"x\" is no label",
        "{\"markdown\": \"y\"} | element 2, line 3: has no label",
        "{\"label\": \"1.2\"} | element 2 (1.2), line 3: has neither markdown nor file",
        "{\"label\": \"1.2\", \"markdown\": \"a\", \"file\": \"b\"} | has both markdown and file",
        "{\"label\": \"1.2\", \"markdwon\": \"y\"} | \"markdwon\" is none of file, generationCost",
        "{\"label\": \"1.2\", \"markdown\": \"y\", \"retries\": 1.5} | retries is \"1.5\", not a"
            + " whole",
        "{\"label\": \"1.2\", \"markdown\": \"y\", \"voiceFidelity\": 7} | voice fidelity is 7,"
            + " not",
        "{\"label\": \"1.2\", \"markdown\": [\"y\"]} | markdown is no text",
        "{\"label\": \"1.2\", \"markdown\": \"a\\u0000b\"} | markdown holds a NUL character",
        "{\"label\": \"1.2\", \"markdown\": \"y\", \"provenance\": 3} | provenance is no object of"
            + " texts",
        "{\"label\": \"1.1\", \"markdown\": \"y\"} | element 2 (1.1), line 3: the label is there"
            + " twice",
        "{\"label\": \"1.2\", \"file\": \"none.md\"} | none.md cannot be read",
        "7 | element 2, line 3: is no object",
        "{\"label\": | line 4: ",
      })
  void lessonsShouldSayWhichElementIsWrongAndWriteNothing(String element, String why) {
    String json = "[\n{\"label\": \"1.1\", \"markdown\": \"# Beans\"},\n" + element + "\n]";

    Machine.Ran ran = machine.pipe(json, "persist", "lessons", "courses/coffee");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("error LESSONS_INVALID: nothing was written: ", why);
    assertThat(ran.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void lessonsShouldBeRefusedWhenTheyAreNoArrayOrEmpty() {
    assertThat(machine.pipe("{}", "persist", "lessons", "coffee").err())
        .contains("LESSONS_INVALID", "it is no JSON array");
    assertThat(machine.pipe("[]", "persist", "lessons", "coffee").err())
        .contains("LESSONS_INVALID", "the array is empty");
    assertThat(machine.pipe("[] []", "persist", "lessons", "coffee").err())
        .contains("LESSONS_INVALID", "text stands after the end");
  }

  @Test
  void briefShouldBeStoredWithWhatIsKnownOfTheCourse() throws IOException {
    machine.write("brief.md", "# Coffee at home\n");

    Machine.Ran ran =
        machine.run(
            "persist",
            "brief",
            "courses/coffee",
            "--file",
            "brief.md",
            "--persona",
            "ana_prado",
            "--persona-name",
            "Ana Prado",
            "--keyword",
            "coffee",
            "--keyword",
            "home",
            "--status",
            "draft");

    assertThat(ran.code()).isZero();
    assertThat(machine.read("courses/coffee/COURSE-BRIEF.md")).isEqualTo("# Coffee at home\n");
    assertThat(TestJson.object(machine.read("courses/coffee/.record/course.json")))
        .containsEntry("persona", "ana_prado")
        .containsEntry("personaName", "Ana Prado")
        .containsEntry("keywords", List.of("coffee", "home"));
  }

  @Test
  void curriculumAndOutlineShouldBeStored() throws IOException {
    machine.write("outline.md", "# Outline\n");

    Machine.Ran both =
        machine.pipe(
            "title: Coffee\n",
            "persist",
            "curriculum",
            "coffee",
            "--file",
            "-",
            "--outline",
            "outline.md");
    Machine.Ran one = machine.pipe("title: Tea\n", "persist", "curriculum", "tea");

    assertThat(List.of(both.code(), one.code())).containsOnly(0);
    assertThat(machine.read("coffee/curriculum.yaml")).isEqualTo("title: Coffee\n");
    assertThat(machine.read("coffee/course-outline.md")).isEqualTo("# Outline\n");
    assertThat(machine.read("tea/curriculum.yaml")).isEqualTo("title: Tea\n");
  }

  @Test
  void researchShouldBeStored() throws IOException {
    machine.write("market.md", "# Market\n");

    Machine.Ran ran =
        machine.pipe(
            "# Gaps\n",
            "persist",
            "research",
            "coffee",
            "--market-analysis",
            "market.md",
            "--content-gaps",
            "-",
            "--competitors",
            "4");

    assertThat(ran.code()).isZero();
    assertThat(machine.read("coffee/research/market-analysis.md")).isEqualTo("# Market\n");
    assertThat(ran.out()).contains("content-gaps.md  written");
  }

  @Test
  void scoreShouldBeStoredForACourseAndForALesson() throws IOException {
    machine.pipe(LESSON, "persist", "lesson", "coffee", "1.2");

    Machine.Ran course = machine.run("persist", "score", "coffee", "--fidelity", "0.93");
    Machine.Ran lesson = machine.run("persist", "score", "coffee", "1.2", "--fidelity", "0.88");
    Machine.Ran verdict =
        machine.run(
            "persist",
            "score",
            "coffee",
            "1.2",
            "--verdict",
            "warning",
            "--issue",
            "error: no goal",
            "--issue",
            "too short",
            "--reviewer",
            "Rui");

    assertThat(List.of(course.code(), lesson.code(), verdict.code())).containsOnly(0);
    assertThat(machine.read("coffee/.record/course.json")).contains("0.93");
    assertThat(machine.read("coffee/.record/1.2.json"))
        .contains("0.88", "\"warning\"", "no goal", "\"error\"", "too short", "Rui");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score coffee | --fidelity or --verdict",
        "score coffee --fidelity 0.9 --verdict passed | --fidelity or --verdict",
        "score coffee --verdict passed | --verdict needs a LABEL",
        "score coffee 1.2 --fidelity 0.9 --issue x | go with --verdict",
        "score coffee 1.2 --verdict good | verdict is \"good\"",
        "score coffee --fidelity 93 | is 93, not a number from 0 to 1",
        "lesson coffee nowhere | lesson \"nowhere\" is no label",
        "brief coffee | course is given without a single value",
        "research coffee | research is given without a report",
        "lesson coffee 1.2 --status good | status is \"good\"",
      })
  void valueShouldBeRefusedAndNothingWrittenWhenItCannotBe(String line, String why) {
    Machine.Ran ran = machine.pipe(LESSON, ("persist " + line).split(" "));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("error VALUE_INVALID: ", why, "next: creatoros persist");
    assertThat(folder).isEmptyDirectory();
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
  void inputShouldBeRefusedWhenItIsNoUtf8() throws IOException {
    byte[] latin = "# Lição\nação".getBytes(StandardCharsets.ISO_8859_1);

    Machine.Ran ran = machine.pipe(latin, "persist", "lesson", "coffee", "1.2");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("error INPUT_NOT_UTF8: standard input is no UTF-8: it breaks at byte 4, line 1");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void lessonShouldStayWhenTheProgramBeforeInThePipeFailed() throws IOException {
    machine.write("coffee/lessons/1.2-grind.md", LESSON);

    Machine.Ran ran = machine.pipe("", "persist", "lesson", "coffee", "1.2");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("error INPUT_EMPTY: standard input is empty");
    assertThat(machine.read("coffee/lessons/1.2-grind.md")).isEqualTo(LESSON);
  }

  @Test
  void lessonMayBeEmptyWhenItsFileIs() throws IOException {
    machine.write("empty.md", "");

    assertThat(machine.run("persist", "lesson", "coffee", "1.2", "--file", "empty.md").code())
        .isZero();
  }

  @Test
  void numberShouldBeAskedForInPlainWords() {
    assertThat(machine.run("persist", "score", "coffee", "--fidelity", "0,9").err())
        .contains("'0,9' is no number such as 0.91")
        .doesNotContain("java");
  }

  @Test
  void inputShouldBeRefusedWhenItCannotBeReadOrIsNamedTwice() {
    assertThat(machine.run("persist", "lesson", "coffee", "1.2", "--file", "no.md").err())
        .contains("error INPUT_UNREADABLE: no.md cannot be read: it is not there\n");
    assertThat(machine.run("persist", "lesson", "coffee", "1.2", "--file", ".").err())
        .contains("error INPUT_UNREADABLE: . cannot be read: Is a directory\n");
    assertThat(
            machine
                .pipe("x", "persist", "curriculum", "coffee", "--file", "-", "--outline", "-")
                .err())
        .contains("error INPUT_TWICE: ");
  }

  @Test
  void lessonShouldExit15AndNameBothFilesWhenTwoClaimItsLabel() throws IOException {
    machine.write("coffee/lessons/1.2-grind.md", "a");
    machine.write("coffee/lessons/1.2-mill.md", "b");

    Machine.Ran ran = machine.pipe(LESSON, "persist", "lesson", "coffee", "1.2");

    assertThat(ran.code()).isEqualTo(15);
    assertThat(ran.err())
        .contains("error LABEL_CLAIMED_TWICE: ", "lessons/1.2-grind.md", "lessons/1.2-mill.md");
    assertThat(machine.read("coffee/lessons/1.2-grind.md")).isEqualTo("a");
  }

  @Test
  void requireMirrorShouldExit11WhenThereIsNone() throws IOException {
    Machine.Ran ran =
        machine.pipe(LESSON, "persist", "lesson", "coffee", "1.2", "--require-mirror");

    assertThat(ran.code()).isEqualTo(11);
    assertThat(files("coffee")).hasSize(1);
  }

  private String[] lesson(String course, String label) throws IOException {
    Path file = machine.write("grind.md", LESSON);
    return new String[] {"persist", "lesson", course, label, "--file", file.toString()};
  }

  private static List<Object> paths(Machine.Ran ran) {
    List<?> files = (List<?>) ran.json().get("files");
    return files.stream().<Object>map(file -> ((Map<?, ?>) file).get("path")).toList();
  }

  private List<Path> files(String course) throws IOException {
    Path root = folder.resolve(course);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }
}
