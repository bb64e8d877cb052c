package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code persist lessons}: all of a list, or none of it. */
class PersistLessonsTest extends PersistingMachine {

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

  private static List<Object> paths(Machine.Ran ran) {
    List<?> files = (List<?>) ran.json().get("files");
    return files.stream().<Object>map(file -> ((Map<?, ?>) file).get("path")).toList();
  }
}
