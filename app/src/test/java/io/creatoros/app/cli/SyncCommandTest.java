package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.Lanes;
import io.creatoros.filesystem.Workspace;
import io.creatoros.postgres.testkit.TestDatabase;
import io.creatoros.postgres.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncCommandTest {

  private static final Path SAMPLE = Path.of("../docs/examples/courses");

  private final TestDatabase database = Databases.migrated();
  @TempDir private Path one;
  @TempDir private Path two;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void writeACourse() throws IOException {
    machine = machine(one);
    machine.write("courses/coffee/COURSE-BRIEF.md", "# Coffee\n");
    machine.write("courses/coffee/lessons/1.1-beans.md", "beans\n");
    machine.write("courses/coffee/lessons/1.2-grind.md", "grind\n");
  }

  @Test
  void syncShouldEndEqualWhenTheSampleIsNew() throws IOException {
    machine.copy(SAMPLE, "sample");

    Machine.Ran ran = machine.run("sync", "sample");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("COURSE", "WRITTEN", "Coffee-Brewing-Basics", "oficinas/edição de áudio")
        .containsPattern("(?m)^EQUAL: \\d+ courses, \\d+ files$");
    assertThat(machine.run("verify", "sample").code()).isZero();
  }

  @Test
  void syncShouldWriteNothingWhenItIsRepeated() {
    machine.run("sync", "courses");

    Machine.Ran ran = machine.run("sync", "courses");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).containsPattern("coffee +3 +0 +0 +0 +0 +0 +0");
  }

  @Test
  void syncShouldMakeTheWorkspaceAboveWhenACourseIsNamed() {
    machine.run("sync", "courses/coffee");

    assertThat(one.resolve("courses/.creatoros")).isDirectory();
    assertThat(machine.runIn(one.resolve("courses"), "courses").out()).contains("coffee");
  }

  @Test
  void syncShouldTellWhatIsOwedAndWriteNothingWhenItIsADryRun() {
    Machine.Ran ran = machine.run("sync", "courses", "--dry-run");

    assertThat(ran.code()).isEqualTo(11);
    assertThat(ran.out())
        .contains(
            "NOT EQUAL: 3 files owed", "next: creatoros -C " + one.resolve("courses") + " sync");
    assertThat(machine.run("courses").out()).doesNotContain("coffee");
  }

  @Test
  void syncShouldPrintOneDocumentedObjectWhenJsonIsAsked() {
    Machine.Ran ran = machine.run("sync", "courses", "--json");

    assertThat(ran.json())
        .containsEntry("schema", "creatoros/1")
        .containsEntry("command", "sync")
        .containsEntry("exitCode", 0L)
        .containsEntry("result", "DONE")
        .containsEntry("verdict", "EQUAL")
        .containsKey("courses");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void syncShouldExit22AndNameTheCommandWhenAForeignServerIsNotMigrated() {
    machine.with("SUPABASE_DB_URL", Databases.url(TestPostgres.freshDatabase()));

    Machine.Ran ran = machine.run("sync", "courses");

    assertThat(ran.code()).isEqualTo(22);
    assertThat(ran.err()).contains("error DB_SCHEMA:", "next: creatoros migrate");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void syncShouldExit20WithoutASecretWhenTheServerIsNotThere() {
    machine.with("SUPABASE_DB_URL", "postgresql://ana:hunter2@127.0.0.1:1/d");

    Machine.Ran ran = machine.run("sync", "courses", "--verbose");

    assertThat(ran.code()).isEqualTo(20);
    assertThat(ran.err()).contains("error DB_UNREACHABLE:").doesNotContain("hunter2");
  }

  @Test
  void syncShouldExit21WhenThePasswordIsWrong() {
    machine.with("SUPABASE_DB_URL", Databases.url(database).replaceFirst(":[^:@/]+@", ":wrong@"));

    assertThat(machine.run("sync", "courses").code()).isEqualTo(21);
  }

  @Test
  void syncShouldExit30WhenAnotherHoldsTheCourse() throws IOException {
    machine.run("sync", "courses");
    machine.write("courses/coffee/lessons/1.1-beans.md", "edited\n");
    Workspace workspace = Workspace.find(one.resolve("courses")).orElseThrow().workspace();

    Machine.Ran ran;
    Lanes.Lane lane =
        workspace.lanes("another command").acquire(new CourseId("coffee"), Duration.ZERO);
    try {
      ran = machine.run("sync", "courses", "--wait", "10ms");
    } finally {
      lane.close();
    }

    assertThat(ran.code()).isEqualTo(30);
    assertThat(ran.out()).contains("another command");
  }

  @Test
  void syncShouldExit14WhenAllFilesOfACourseAreGone() throws IOException {
    machine.run("sync", "courses");
    machine.write("courses/other/COURSE-BRIEF.md", "# Other\n");
    machine.delete("courses/coffee/COURSE-BRIEF.md");
    machine.delete("courses/coffee/lessons/1.1-beans.md");
    machine.delete("courses/coffee/lessons/1.2-grind.md");

    Machine.Ran guarded = machine.run("sync", "courses");
    Machine.Ran allowed = machine.run("sync", "courses", "--allow-deletes");

    assertThat(guarded.code()).isEqualTo(14);
    assertThat(guarded.out()).contains("DELETES_WHOLE_COURSE", "--allow-deletes");
    assertThat(allowed.code()).isZero();
    assertThat(allowed.err()).contains("3 files deleted");
  }

  @Test
  void syncShouldExit14AndNameTheCommandWhenACourseWasRenamed() throws IOException {
    machine.run("sync", "courses");
    Files.move(one.resolve("courses/coffee"), one.resolve("courses/tea"));

    Machine.Ran stopped = machine.run("sync", "courses");
    Machine.Ran moved = machine.runIn(one.resolve("courses"), "courses", "move", "coffee", "tea");
    Machine.Ran after = machine.run("sync", "courses");

    assertThat(stopped.code()).isEqualTo(14);
    assertThat(stopped.out())
        .contains("creatoros -C " + one.resolve("courses") + " courses move \"coffee\" \"tea\"");
    assertThat(moved.code()).isZero();
    assertThat(after.code()).isZero();
    assertThat(machine.run("courses").out()).contains("tea").doesNotContain("coffee");
  }

  @Test
  void syncShouldExit15AtFirstContactUntilItIsJoined() throws IOException {
    machine.run("sync", "courses");
    Machine other = machine(two);
    other.write("courses/coffee/COURSE-BRIEF.md", "# Coffee\n");
    other.write("courses/coffee/lessons/1.3-brew.md", "brew\n");

    Machine.Ran met = other.run("sync", "courses");
    Machine.Ran joined = other.run("sync", "courses", "--join");

    assertThat(met.code()).isEqualTo(15);
    assertThat(met.out()).contains("first contact", one.resolve("courses").toString(), "--join");
    assertThat(joined.code()).isEqualTo(10);
    assertThat(joined.out())
        .contains(
            "< coffee/lessons/1.1-beans.md",
            "next: creatoros -C " + two.resolve("courses") + " pull coffee");
    assertThat(other.run("pull", "-C", "courses", "coffee").code()).isZero();
    assertThat(other.read("courses/coffee/lessons/1.1-beans.md")).isEqualTo("beans\n");
  }

  @Test
  void syncShouldExit15UntilAConflictIsDecided() throws IOException {
    machine.run("sync", "courses");
    Machine other = machine(two);
    other.run("pull", "--all", "--to", "courses");
    machine.write("courses/coffee/lessons/1.1-beans.md", "mine\n");
    other.write("courses/coffee/lessons/1.1-beans.md", "theirs\n");
    other.run("sync", "courses");

    Machine.Ran conflict = machine.run("sync", "courses");
    Machine.Ran decided =
        machine.run("sync", "courses", "--theirs", "courses/coffee/lessons/1.1-beans.md");

    assertThat(conflict.code()).isEqualTo(15);
    assertThat(conflict.out()).contains("! coffee/lessons/1.1-beans.md", "--ours");
    assertThat(decided.code()).isZero();
    assertThat(decided.out()).contains("kept ");
    assertThat(machine.read("courses/coffee/lessons/1.1-beans.md")).isEqualTo("theirs\n");
  }

  @Test
  void syncShouldTakeAPathFromTheWorkspacesRootWhenTheCommandRunsBelow() throws IOException {
    machine.run("sync", "courses");
    Machine other = machine(two);
    other.run("pull", "--all", "--to", "courses");
    machine.write("courses/coffee/lessons/1.1-beans.md", "mine\n");
    other.write("courses/coffee/lessons/1.1-beans.md", "theirs\n");
    other.run("sync", "courses");

    Machine.Ran decided =
        machine.runIn(
            one.resolve("courses/coffee/lessons"), "sync", "--ours", "coffee/lessons/1.1-beans.md");

    assertThat(decided.code()).isZero();
    assertThat(machine.read("courses/coffee/lessons/1.1-beans.md")).isEqualTo("mine\n");
  }

  @Test
  void syncShouldExit13WhenAStoredFileBecameALink() throws IOException {
    machine.run("sync", "courses");
    machine.delete("courses/coffee/lessons/1.1-beans.md");
    Files.createSymbolicLink(
        one.resolve("courses/coffee/lessons/1.1-beans.md"), Path.of("1.2-grind.md"));

    Machine.Ran ran = machine.run("sync", "courses");

    assertThat(ran.code()).isEqualTo(13);
    assertThat(ran.out()).contains("? coffee/lessons/1.1-beans.md");
  }

  @Test
  void verifyShouldExit10AndNameThePathWhenARowWasEditedByHand() throws SQLException {
    machine.run("sync", "courses");
    execute("update creatoros.contents set bytes = 'x' where bytes = 'beans\n'");

    Machine.Ran verified = machine.run("verify", "courses");
    Machine.Ran synced = machine.run("sync", "courses");

    assertThat(verified.code()).isEqualTo(10);
    assertThat(verified.out()).contains("coffee/lessons/1.1-beans.md", "DIFFERENT");
    assertThat(synced.out()).contains("edited by hand in the mirror");
  }

  @Test
  void syncShouldExit2WhenNothingIsNamedOutsideAWorkspace() {
    Machine.Ran ran = machine.run("sync");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("error NO_WORKSPACE:", "next: creatoros sync FOLDER");
  }

  @Test
  void syncShouldExit2WhenThePathIsNotThere() {
    assertThat(machine.run("sync", "absent").code()).isEqualTo(2);
    machine.run("sync", "courses");
    assertThat(machine.run("status", "courses/typo").code()).isEqualTo(2);
  }

  @Test
  void syncShouldExit2WhenAWorkspaceWouldLieAboveAnother() {
    machine.run("sync", "courses");

    Machine.Ran ran = machine.run("init", ".");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("WORKSPACE_NESTED", one.resolve("courses").toString());
  }

  private Machine machine(Path folder) {
    return new Machine(folder).with("SUPABASE_DB_URL", Databases.url(database));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
