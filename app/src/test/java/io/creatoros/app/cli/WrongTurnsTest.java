package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get wrong on the command line or in the database, and what they are told to do. */
class WrongTurnsTest {

  private final TestDatabase database = Databases.migrated();
  @TempDir private Path folder;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void syncTwoCourses() throws IOException {
    machine = new Machine(folder).with("SUPABASE_DB_URL", Databases.url(database));
    machine.write("green-tea/lessons/1.1-leaves.md", "# Leaves\n\nThe kettle whistles.\n");
    machine.write("drinks/strong-coffee/lessons/1.1-beans.md", "# Beans\n\nGrind them.\n");
    machine.run("sync", ".");
  }

  @ParameterizedTest
  @CsvSource({
    "show, gren-tea, green-tea",
    "lessons, Coffee, drinks/strong-coffee",
    "export, strong-cofee, drinks/strong-coffee",
    "findings, tea, green-tea"
  })
  void commandsShouldNameTheCourseThatWasProbablyMeant(String command, String name, String meant) {
    Machine.Ran ran = machine.run(command, name);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("no course '" + name + "'; did you mean '" + meant + "'?");
  }

  @Test
  void commandsShouldNameNoCourseWhenNoneIsAlike() {
    assertThat(machine.run("show", "bread").err())
        .contains("no course 'bread'; see them with: creatoros courses")
        .doesNotContain("did you mean");
  }

  @ParameterizedTest
  @CsvSource({
    "lessons green-tea --below 70",
    "search kettle --min-gps -1",
    "search kettle --min-gps 1.1"
  })
  void scoresShouldBeRefusedWhenTheyAreNotFrom0To1(String line) {
    Machine.Ran ran = machine.run(line.split(" "));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("is no score from 0 to 1, such as 0.7 for 70 of 100 points");
  }

  @Test
  void searchShouldRefuseBlankWordsAndNameWhatElseWasAskedWhenNothingIsFound() {
    assertThat(machine.run("search", " ").code()).isEqualTo(2);
    assertThat(machine.run("search", "kettle", "--persona", "ana", "--min-gps", "0.5").out())
        .isEqualTo("no lesson of persona ana with a GPS score of at least 0.5 holds: kettle\n");
  }

  @Test
  void migrateAndVerifyShouldNameTheSchemaCheckWhenAColumnWasDropped() {
    machine.run("db", "query", "alter table course_lessons drop column tool");

    assertThat(machine.run("migrate").out())
        .contains("schema CURRENT", "1 difference from what these migrations make")
        .endsWith("next: creatoros schema check\n");
    assertThat(machine.run("verify").out()).endsWith("next: creatoros schema check\n");
    assertThat(machine.run("schema", "check").out())
        .contains(
            "public.course_lessons.tool", "is missing: text", "next: creatoros db backup FILE");
  }
}
