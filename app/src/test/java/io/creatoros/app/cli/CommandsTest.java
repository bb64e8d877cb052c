package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  private final TestDatabase database = Databases.migrated();
  @TempDir private Path folder;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void syncACourse() throws IOException {
    machine = new Machine(folder).with("SUPABASE_DB_URL", Databases.url(database));
    machine.write("coffee/COURSE-BRIEF.md", "# Coffee\n");
    machine.write("coffee/lessons/1.1-beans.md", "beans\n");
    machine.run("sync", ".");
  }

  @Test
  void statusShouldSayInWordsWhatIsOwed() throws IOException {
    machine.write("coffee/lessons/1.1-beans.md", "edited\n");
    machine.write("coffee/lessons/1.2-new.md", "new\n");

    Machine.Ran ran = machine.run("status");

    assertThat(ran.code()).isEqualTo(11);
    assertThat(ran.out())
        .containsPattern("coffee +3 +2 owed +never")
        .contains("next: creatoros sync");
  }

  @Test
  void statusShouldListEveryPathWithItsVerdictWhenFilesAreAsked() throws IOException {
    machine.write("coffee/lessons/1.2-new.md", "new\n");
    machine.delete("coffee/lessons/1.1-beans.md");

    Machine.Ran ran = machine.run("status", "--files");

    assertThat(ran.out())
        .contains("  = COURSE-BRIEF.md", "  - lessons/1.1-beans.md", "  + lessons/1.2-new.md");
  }

  @Test
  void statusShouldListWhatIsLeftOutAndWhyWhenAsked() throws IOException {
    machine.write("coffee/.env", "SECRET=1");
    machine.write("coffee/draft.tmp", "x");
    machine.write(".creatorosignore", "*.tmp\n");

    Machine.Ran ran = machine.run("status", "--ignored");

    assertThat(ran.out())
        .contains("Left out:")
        .containsPattern("coffee/\\.env +IGNORED_BY_DEFAULT")
        .containsPattern("coffee/draft\\.tmp +IGNORED_BY_FILE +.*\\*\\.tmp");
  }

  @Test
  void statusShouldSayWhenACourseWasVerified() {
    machine.run("verify");

    assertThat(machine.run("status").out()).containsPattern("coffee +2 +equal +\\d{4}-.* EQUAL");
  }

  @Test
  void statusShouldListCoursesWhenThereIsNoMirror() {
    Machine.Ran ran = machine.run("status", "--set", "mirror=none");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).containsPattern("coffee +2 +not mirrored");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync",
        "courses",
        "show coffee",
        "lessons coffee",
        "search beans",
        "stats",
        "export coffee",
        "schema check",
        "security audit"
      })
  void commandShouldExit3WithAWayOnWhenThereIsNoMirrorToAsk(String line) {
    Machine.Ran ran = machine.run((line + " --set mirror=none").split(" "));

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("error MIRROR_NONE: ", "next: repeat the command with --set mirror=embedded");
  }

  @Test
  void findingsShouldNeedNoMirror() {
    Machine.Ran ran = machine.run("findings", "--set", "mirror=none");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("coffee: ");
  }

  @Test
  void verifyShouldWriteAReceiptThatAgainstChecksLater() throws IOException {
    Machine.Ran verified = machine.run("verify", "--receipt", "receipt.json");
    Machine.Ran checked = machine.run("verify", "--against", "receipt.json");
    machine.write("coffee/lessons/1.1-beans.md", "edited\n");
    Machine.Ran changed = machine.run("verify", "--against", "receipt.json");

    assertThat(verified.code()).isZero();
    assertThat(checked.code()).isZero();
    assertThat(checked.out()).contains("The folder against", "The mirror against", "EQUAL:");
    assertThat(changed.code()).isEqualTo(10);
    assertThat(changed.out()).contains("coffee/lessons/1.1-beans.md");
  }

  @Test
  void pullShouldWriteEveryByteIntoAnEmptyFolder(@TempDir Path copy) {
    Machine.Ran ran = machine.run("pull", "--all", "--to", copy.toString());

    assertThat(ran.code()).isZero();
    assertThat(copy.resolve("coffee/lessons/1.1-beans.md")).hasContent("beans\n");
    assertThat(new Machine(copy).with("SUPABASE_DB_URL", Databases.url(database)).run("sync").out())
        .contains("EQUAL");
  }

  @Test
  void pullShouldExit11WhenALocalEditStays() throws IOException {
    machine.write("coffee/lessons/1.1-beans.md", "edited\n");

    Machine.Ran ran = machine.run("pull", "coffee");

    assertThat(ran.code()).isEqualTo(11);
    assertThat(machine.read("coffee/lessons/1.1-beans.md")).isEqualTo("edited\n");
  }

  @Test
  void pullShouldExit2WhenTheMirrorHasNoSuchCourse() {
    assertThat(machine.run("pull", "tea").err()).contains("no course 'tea'");
    assertThat(machine.run("pull").code()).isEqualTo(2);
  }

  @Test
  void coursesShouldListWhatTheMirrorHolds() {
    assertThat(machine.run("courses").out()).containsPattern("(?m)^coffee .* +2$");
    assertThat(machine.run("courses", "--project", "other").out()).doesNotContain("coffee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "lessons", "export"})
  void filesBesideCoursesShouldBeNoCourse(String command) throws IOException {
    machine.write("notes.md", "loose\n");
    machine.run("sync", ".");

    Machine.Ran ran = machine.run(command, ".");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("error COURSE_NOT_READ: ", "next: creatoros courses\n");
  }

  @Test
  void showShouldNameTheSyncThatReadsACourseOfWhichNothingWasRead() {
    machine.run("db", "query", "delete from public.content_pieces");

    Machine.Ran ran = machine.run("show", "coffee");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("error COURSE_NOT_READ: ", "next: creatoros sync coffee\n");
  }

  @Test
  void coursesMoveShouldBeRefusedWhenTheFolderIsStillThere() {
    Machine.Ran ran = machine.run("courses", "move", "coffee", "tea");

    assertThat(ran.code()).isEqualTo(12);
    assertThat(ran.err()).contains("COURSE_NOT_MOVED", "rename the folder first");
  }

  @Test
  void migrateShouldTellTheVersions() {
    Machine.Ran ran = machine.run("migrate", "--status");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("schema CURRENT", "0 pending");
  }

  @Test
  void dbQueryShouldPrintRowsAlignedAndAsJson() {
    String sql = "select path, revision, null as nothing from creatoros.courses";

    assertThat(machine.run("db", "query", sql).out()).containsPattern("(?m)^coffee +1$");
    assertThat(machine.run("db", "query", sql, "--json").out())
        .contains("\"path\" : \"coffee\"", "\"nothing\" : null");
  }

  @Test
  void dbQueryShouldExit12AndChangeNothingWhenTheStatementIsRefused() {
    Machine.Ran ran = machine.run("db", "query", "delete from creatoros.courses; select 1/0");

    assertThat(ran.code()).isEqualTo(12);
    assertThat(machine.run("courses").out()).contains("coffee");
  }

  @Test
  void dbUrlShouldHideThePasswordUnlessItIsAsked() {
    assertThat(machine.run("db", "url").out()).doesNotContain(database.password());
    assertThat(machine.run("db", "url", "--with-password").out()).contains(database.password());
  }

  @Test
  void dbStartShouldExit2WhenTheServerIsNotOurs() {
    Machine.Ran ran = machine.run("db", "start");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("NOT_EMBEDDED");
  }

  @Test
  void dbRestoreShouldBringBackWhatWasBackedUp() throws IOException {
    machine.run("db", "backup", "mirror.zip");
    machine.write("coffee/lessons/1.2-new.md", "new\n");
    machine.run("sync");

    Machine.Ran refused = machine.run("db", "restore", "mirror.zip");
    Machine.Ran restored = machine.run("db", "restore", "mirror.zip", "--replace");
    Machine.Ran status = machine.run("status");

    assertThat(refused.code()).isEqualTo(15);
    assertThat(refused.err()).contains("MIRROR_NOT_EMPTY");
    assertThat(restored.code()).isZero();
    assertThat(status.out()).contains("it was restored", "1 owed");
    assertThat(machine.run("sync").code()).isZero();
    assertThat(machine.run("verify").code()).isZero();
  }

  @Test
  void configShouldShowEachValueAndWhereItCameFrom() throws IOException {
    machine.write("creatoros.yaml", "size-limit: 1MiB\n");

    Machine.Ran ran = machine.run("config", "--project", "escola");

    assertThat(ran.out())
        .containsPattern("project +escola +flag")
        .containsPattern("size-limit +1MiB +creatoros.yaml line 1")
        .containsPattern("database.url +postgresql://.*:\\*{8}@.* +environment SUPABASE_DB_URL")
        .doesNotContain(database.password());
  }

  @Test
  void commandShouldExit3AndNameEveryProblemWhenTheConfigurationIsWrong() throws IOException {
    machine.write("creatoros.yaml", "projct: x\nsize-limit: big\n");

    Machine.Ran ran = machine.run("status");
    Machine.Ran asJson = machine.run("status", "--json");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("CONFIG_INVALID", "'project'", "'big'");
    assertThat(asJson.json()).containsEntry("exitCode", 3L).containsKey("error");
    assertThat(asJson.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync",
        "status --files --ignored",
        "verify",
        "pull coffee",
        "courses",
        "show coffee",
        "lessons coffee",
        "search beans",
        "stats",
        "findings",
        "export coffee",
        "export coffee --output coffee.json",
        "courses split coffee --into lessons --dry-run",
        "courses join . --dry-run",
        "schema check",
        "security audit --schema public",
        "migrate --status",
        "db url",
        "db query select",
        "db backup mirror.zip",
        "config",
        "init",
        "completion",
        "bogus"
      })
  void jsonShouldHaveDocumentedFieldsOnly(String line) throws IOException {
    machine.write("coffee/lessons/1.1-beans.md", "edited\n");
    machine.write("coffee/.env", "SECRET=1");
    String reference = Files.readString(Path.of("../docs/cli.md"));

    Machine.Ran ran = machine.run((line + " --json").split(" "));

    assertThat(fields(ran.json()))
        .allSatisfy(field -> assertThat(reference).contains("`" + field + "`"));
  }

  /** Every name in the object, but for those that stand for tables and columns. */
  private static Set<String> fields(@Nullable Object value) {
    Set<String> fields = new TreeSet<>();
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (name, inner) -> {
            fields.add(String.valueOf(name));
            fields.addAll(Set.of("rows", "export").contains(name) ? Set.of() : fields(inner));
          });
    }
    if (value instanceof List<?> items) {
      items.forEach(item -> fields.addAll(fields(item)));
    }
    return fields;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bogus", "sync --bogus", "db", "db query"})
  void commandShouldExit2WithAWayOnWhenItCannotBeUnderstood(String line) {
    Machine.Ran ran = machine.run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("error USAGE:", "next: creatoros", "--help");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void completionShouldBeAScriptThatKnowsTheCommands() {
    Machine.Ran ran = machine.run("completion");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("verify")
        .doesNotContain("\t\\u");
  }

  @Test
  void outputShouldNotSteerTheTerminalWhenAFileNameTries() throws IOException {
    machine.write("coffee/evil\u001b[2Jname\nEQUAL.md", "x");

    Machine.Ran ran = machine.run("status", "--files");

    assertThat(ran.out()).doesNotContain("\u001b").contains("evil\\u001b[2Jname\\u000aEQUAL.md");
  }

  @Test
  void embeddedServerShouldServeWithoutAnyConfiguration(@TempDir Path server) throws IOException {
    Machine alone =
        new Machine(Files.createDirectory(server.resolve("work")))
            .with("CREATOROS_EMBEDDED_HOME", server.resolve("home").toString());
    alone.write("courses/tea/COURSE-BRIEF.md", "# Tea\n");

    Machine.Ran synced = alone.run("sync", "courses");
    Machine.Ran verified = alone.run("verify", "courses");
    Machine.Ran status = alone.run("db", "status");

    assertThat(synced.err()).isEmpty();
    assertThat(synced.code()).isZero();
    assertThat(verified.code()).isZero();
    assertThat(status.out()).contains("not running", server.resolve("home").toString());
  }
}
