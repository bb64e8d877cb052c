package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import io.creatoros.core.course.CourseId;
import io.creatoros.core.sync.Lanes;
import io.creatoros.filesystem.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each thing that goes wrong has its exit code, an error with a code, and a next step. */
class ExitCodesTest extends Scene {

  private static final List<String> COMMANDS = List.of("sync", "status", "verify");

  @BeforeEach
  void writeACourse() throws IOException {
    writeCoffeeCourse();
  }

  @Test
  void commandsShouldExit2WhenTheCommandLineIsWrong() {
    syncEqual(ana);

    assertFails(2, "USAGE", "sync", ROOT, "--no-such-option");
    assertFails(2, "USAGE", "synk");
    assertFails(2, "USAGE", "pull", "-C", ROOT);
    assertFails(2, "USAGE", "pull", "-C", ROOT, "no-such-course");
    assertThat(ana.run("sync", "no-such-folder").code()).isEqualTo(2);
    assertThat(ana.run("sync", ROOT, "--ours", "/etc/hostname").code()).isEqualTo(2);
    assertThat(ana.run("sync", ROOT, "--ours", "courses/coffee").code()).isEqualTo(2);
  }

  @Test
  void commandsShouldExit3AndNameEveryProblemWhenTheConfigurationIsBroken() throws IOException {
    syncEqual(ana);
    ana.write("courses/creatoros.yaml", "projekt: a\nsize-limit: many\nlock:\n  wait: soon\n");

    for (String command : COMMANDS) {
      assertFails(3, "CONFIG_INVALID", command, ROOT);
    }
    assertThat(ana.run("sync", ROOT).err())
        .contains("projekt", "project", "size-limit", "lock.wait", "creatoros.yaml");
  }

  @Test
  void commandsShouldExit3WhenTheConfigurationIsNoYaml() throws IOException {
    syncEqual(ana);
    for (String broken : List.of("a: [b", "\t- x", "a: &b c\nd: *b", "just text", "\0")) {
      ana.write("courses/creatoros.yaml", broken);

      assertFails(3, "CONFIG_INVALID", "sync", ROOT);
    }
  }

  @Test
  void commandsShouldExit3WhenTheDatabaseUrlIsNone() {
    for (String url : List.of("mysql://host/db", "nonsense", "postgresql://h:x/d")) {
      ana.with("SUPABASE_DB_URL", url);

      assertThat(ana.run("sync", ROOT).code()).as(url).isEqualTo(3);
    }
  }

  @Test
  void commandsShouldExit20WhenNobodyAnswers() {
    ana.with("SUPABASE_DB_URL", "postgresql://ana@127.0.0.1:1/db");
    ana.with("CREATOROS_DATABASE_CONNECT_TIMEOUT", "300ms");

    ana.run("init", ROOT);

    assertFails(20, "DB_UNREACHABLE", "sync", ROOT);
    assertFails(20, "DB_UNREACHABLE", "verify", ROOT);
    Machine.Ran status = ana.run("status", ROOT);
    assertThat(status.code()).isEqualTo(20);
    assertThat(status.out()).contains("4 owed", "DB_UNREACHABLE");
  }

  @Test
  void commandsShouldExit21WhenTheRoleMayNotWrite() throws IOException {
    syncEqual(ana);
    mirror.execute("create role " + role() + " login password 'pw' in role creatoros_writer");
    mirror.execute("select creatoros.set_member('default', null, '" + role() + "', 'viewer')");
    ana.with(
        "SUPABASE_DB_URL",
        "postgresql://" + role() + ":pw@127.0.0.1:" + database.port() + "/" + database.name());
    ana.write("courses/coffee/new.md", "new\n");

    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(21);
    assertThat(mirror.files()).hasSize(4);
  }

  @Test
  void commandsShouldExit21WhenTheLoginIsNoWriter() throws IOException {
    syncEqual(ana);
    mirror.execute("create role " + role() + " login password 'pw'");
    mirror.execute("grant usage on schema creatoros to " + role());
    mirror.execute("grant select on all tables in schema creatoros to " + role());
    mirror.execute("grant execute on all functions in schema creatoros to " + role());
    ana.with(
        "SUPABASE_DB_URL",
        "postgresql://" + role() + ":pw@127.0.0.1:" + database.port() + "/" + database.name());
    ana.write("courses/coffee/new.md", "new\n");

    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(21);
    assertThat(mirror.files()).hasSize(4);
  }

  @Test
  void commandsShouldExit21WhenTheDatabaseIsReadOnly() throws IOException {
    syncEqual(ana);
    mirror.execute("alter database " + database.name() + " set default_transaction_read_only = on");
    ana.write("courses/coffee/new.md", "new\n");

    assertThat(sync(ana).code()).isEqualTo(21);
    assertThat(ana.run("verify", ROOT).code()).isEqualTo(10);
  }

  @Test
  void commandsShouldExit22WhenTheSchemaIsNewerThanTheProgram() {
    syncEqual(ana);
    mirror.execute("insert into creatoros.schema_version (version) values ('29990101000000')");

    for (String command : COMMANDS) {
      assertFails(22, "DB_SCHEMA", command, ROOT);
    }
  }

  @Test
  void commandsShouldExit30WhenAnotherHoldsTheCourse() throws IOException {
    syncEqual(ana);
    ana.write("courses/coffee/new.md", "new\n");
    Workspace workspace = Workspace.find(root(ana)).orElseThrow().workspace();
    Lanes.Lane lane = workspace.lanes("another").acquire(new CourseId("coffee"), Duration.ZERO);
    try {
      Machine.Ran ran = sync(ana, "--wait", "10ms");

      assertThat(ran.code()).isEqualTo(30);
      assertThat(ran.out()).contains("another");
    } finally {
      lane.close();
    }
    syncEqual(ana);
  }

  @Test
  void theGravestCauseShouldDecideWhenThereAreSeveral() throws IOException {
    ana.write("courses/tea/COURSE-BRIEF.md", "# Tea\n");
    ana.write("courses/tea/lessons/1.1-leaves.md", "leaves\n");
    syncEqual(ana);
    mirror.editConsistently("coffee", "curriculum.yaml", "edited\n");
    Tree.empty(root(ana).resolve("tea"));

    Machine.Ran guarded = sync(ana);
    ana.write("courses/tea/COURSE-BRIEF.md", "# Tea\n");
    ana.write("courses/tea/lessons/1.1-leaves.md", "leaves\n");
    Machine.Ran different = sync(ana);

    assertThat(guarded.code()).isEqualTo(14);
    assertThat(different.code()).isEqualTo(10);
  }

  @Test
  void damagedBasesShouldBeNamedWithTheWayOut() throws IOException {
    syncEqual(ana);
    damage(path -> path.toString().contains("bases"));

    assertFails(1, "STATE_CORRUPT", "sync", ROOT);
    Path bases = root(ana).resolve(".creatoros/bases");
    assertThat(sync(ana).err()).contains(bases.toString(), "rm '");
    Tree.empty(bases);

    assertSettled(ana);
  }

  @Test
  void aDamagedIndexShouldCostNoMoreThanReadingFilesAgain() throws IOException {
    syncEqual(ana);
    damage(path -> !path.toString().contains("bases") && !path.endsWith("workspace"));

    assertSettled(ana);
  }

  @Test
  void aDamagedWorkspaceShouldBeNamedWithTheWayOut() throws IOException {
    syncEqual(ana);
    damage(path -> path.endsWith("workspace"));

    assertFails(1, "STATE_CORRUPT", "sync", ROOT);
    ana.delete("courses/.creatoros/workspace");

    assertSettled(ana);
  }

  private void damage(Predicate<Path> which) throws IOException {
    try (Stream<Path> files = Files.walk(root(ana).resolve(".creatoros"))) {
      for (Path file : files.filter(Files::isRegularFile).filter(which).toList()) {
        Files.write(file, new byte[] {0, 1, 2, (byte) 0xff});
      }
    }
  }

  private void assertFails(int code, String named, String... arguments) {
    Machine.Ran ran = ana.run(arguments);
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("error " + named + ": ").doesNotContain("\tat ");
    assertThat(ran.err()).contains("\nnext: ");
  }

  private String role() {
    return "reader_" + database.name();
  }
}
