package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and texts that cannot be stored are refused before anything is written. */
class PersistInputTest extends PersistingMachine {

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

  @Test
  void numberShouldBeAskedForInPlainWords() {
    assertThat(machine.run("persist", "score", "coffee", "--fidelity", "0,9").err())
        .contains("'0,9' is no number such as 0.91")
        .doesNotContain("java");
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
}
