package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code persist lesson}: the bytes as they are, in the file that is the lesson's. */
class PersistLessonTest extends PersistingMachine {

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
