package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {

  private final TestDatabase database = Databases.migrated();
  @TempDir private Path folder;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void writeACourse() throws IOException {
    machine = new Machine(folder).with("SUPABASE_DB_URL", Databases.url(database));
    machine.write("tea/COURSE-BRIEF.md", "# Tea\n");
    machine.write("tea/lessons/1.1-leaves.md", "# Leaves\n\nThe kettle whistles at noon.\n");
    machine.write("tea/lessons/1.2-water.md", "# Water\n\nSoft water, a hot kettle.\n");
  }

  @Test
  void searchShouldShowWhereTheWordsStand() {
    machine.run("sync", ".");

    Machine.Ran ran = machine.run("search", "kettle", "noon");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("tea  1.1  Leaves", "«kettle»", "    tea/lessons/1.1-leaves.md\n", "1 lesson\n")
        .doesNotContain("1.2-water");
  }

  @Test
  void searchShouldTakeAnArgumentOfSeveralWordsForAPhrase() {
    machine.run("sync", ".");

    assertThat(machine.run("search", "hot kettle", "water").out()).contains("\n1 lesson\n");
    assertThat(machine.run("search", "kettle hot", "water").out())
        .isEqualTo("no lesson holds: \"kettle hot\" water\n");
  }

  @Test
  void searchShouldExit12AndAnswerNothingWhenLessonsWereNotEnteredForIt() throws IOException {
    machine.write("creatoros.yaml", "search: off\n");
    machine.run("sync", ".");

    Machine.Ran ran = machine.run("search", "kettle");

    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains(
            "error SEARCH_NOT_INDEXED: the lessons of 1 course",
            "next: creatoros sync --full --set search=on");
  }
}
