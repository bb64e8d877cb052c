package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwedCommandTest {

  private final TestDatabase database = Databases.migrated();
  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Machine machine = new Machine(Path.of(""));
  private Machine other = machine;

  @BeforeEach
  void syncACourse() throws IOException {
    machine = new Machine(folder).with("DATABASE_URL", Databases.url(database));
    other = new Machine(elsewhere).with("DATABASE_URL", Databases.url(database));
    machine.write("coffee/COURSE-BRIEF.md", "# Coffee\n");
    machine.write("coffee/lessons/1.1-beans.md", "beans\n");
    machine.write("tea/COURSE-BRIEF.md", "# Tea\n");
    machine.run("sync", ".");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void owedShouldSayThatNothingWaitsWhenTheMirrorHasEverything() {
    Machine.Ran ran = machine.run("owed");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("nothing waits: the mirror has every file\n");
  }

  @Test
  void owedShouldListWhatIsNewEditedOrDeletedAndOnlyThat() throws IOException {
    machine.write("coffee/lessons/1.2-new.md", "new");
    machine.write("coffee/COURSE-BRIEF.md", "# Coffee again\n");
    machine.delete("coffee/lessons/1.1-beans.md");

    Machine.Ran ran = machine.run("owed");

    assertThat(ran.code()).isEqualTo(11).isEqualTo(machine.run("status").code());
    assertThat(ran.out())
        .contains("coffee: 3 files")
        .contains("  + COURSE-BRIEF.md  (not in the mirror as it is here)")
        .contains("  + lessons/1.2-new.md  (not in the mirror as it is here)")
        .contains("  - lessons/1.1-beans.md  (deleted here, still in the mirror)")
        .contains("3 files in 1 course wait for the mirror", "next: creatoros sync")
        .doesNotContain("tea");
  }

  @Test
  void owedShouldListTheCoursesNamedAlone() throws IOException {
    machine.write("coffee/lessons/1.2-new.md", "new");
    machine.write("tea/lessons/1.1-leaf.md", "leaf");

    assertThat(machine.run("owed", "tea").out()).contains("tea: 1 file").doesNotContain("coffee");
  }

  @Test
  void owedShouldNameConflictsAndLeaveOutWhatOnlyTheMirrorHas() throws IOException {
    other.run("pull", "--all", "--to", ".");
    other.write("coffee/lessons/1.1-beans.md", "theirs");
    other.write("coffee/lessons/1.3-theirs.md", "theirs");
    assertThat(other.run("sync").code()).isZero();
    machine.write("coffee/lessons/1.1-beans.md", "ours");

    Machine.Ran ran = machine.run("owed");

    assertThat(ran.code()).isEqualTo(15).isEqualTo(machine.run("status").code());
    assertThat(ran.out())
        .contains("  ! lessons/1.1-beans.md  (changed on both sides", "next: creatoros sync --ours")
        .doesNotContain("1.3-theirs");
  }

  @Test
  void owedShouldExit0WhenOnlyTheMirrorMovedOn() throws IOException {
    other.run("pull", "--all", "--to", ".");
    other.write("coffee/lessons/1.1-beans.md", "theirs");
    other.run("sync");

    assertThat(machine.run("status").code()).isEqualTo(10);
    assertThat(machine.run("owed").code()).isZero();
    assertThat(machine.run("owed").out()).contains("nothing waits");
  }

  @Test
  void owedShouldSayThatNothingIsOwedWhenThereIsNoMirror() {
    Machine.Ran ran = machine.run("owed", "--set", "mirror=none");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("nothing is owed: there is no mirror\n");
  }

  @Test
  void owedShouldSayWhyAsJsonToo() throws IOException {
    machine.write("coffee/lessons/1.2-new.md", "new");

    Machine.Ran ran = machine.run("owed", "--json");

    assertThat(ran.json())
        .containsEntry("owed", 1L)
        .containsEntry("unsent", 1L)
        .containsEntry("dbPersist", false)
        .containsEntry("mirror", true)
        .containsEntry("next", "creatoros sync");
    Map<?, ?> course = (Map<?, ?>) ((List<?>) ran.json().get("courses")).get(0);
    assertThat(course.get("course")).isEqualTo("coffee");
    assertThat(course.get("files"))
        .isEqualTo(
            List.of(
                Map.of(
                    "path", "lessons/1.2-new.md", "verdict", "OWED", "symbol", "+", "reason", "")));
  }

  @Test
  void databaseOffShouldNotBeSaidWhenProgramsWriteToTheMirror() throws IOException {
    machine.write("coffee/lessons/1.2-new.md", "new");

    assertThat(machine.run("status").out()).contains("database off, 1 file not sent");
    assertThat(machine.run("status", "--set", "db-persist=on").out())
        .doesNotContain("database off");
  }
}
