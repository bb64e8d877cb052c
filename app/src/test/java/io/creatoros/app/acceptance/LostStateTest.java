package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one side remembers is lost, or is older than it was. */
class LostStateTest extends Scene {

  private static final String BEANS = "courses/coffee/lessons/1.1-beans.md";

  @BeforeEach
  void synchronise() throws IOException {
    writeCoffeeCourse();
    syncEqual(ana);
  }

  @Test
  void syncShouldAdoptWhatIsEqualWhenTheIndexWasDeleted() throws IOException {
    deleteIndex();
    Map<String, ?> before = mirror.rowVersions();

    syncEqual(ana);

    assertThat(mirror.rowVersions()).isEqualTo(before);
    assertSettled(ana);
    ana.write(BEANS, "edited\n");
    syncEqual(ana);
  }

  @Test
  void syncShouldAskWhenTheIndexWasDeletedAndFilesDiffer() throws IOException {
    deleteIndex();
    ana.write(BEANS, "edited\n");
    ana.write("courses/coffee/new.md", "new\n");
    Map<String, ?> before = mirror.rowVersions();

    assertThat(sync(ana).code()).isEqualTo(15);
    assertThat(mirror.rowVersions()).isEqualTo(before);
    Machine.Ran joined = sync(ana, "--join", "--json");

    assertThat(joined.code()).isEqualTo(15);
    assertThat(Report.of(joined).open()).isEqualTo(Map.of("coffee/lessons/1.1-beans.md", "!"));
    assertThat(Report.of(joined).total("written")).isEqualTo(1);
    syncEqual(ana, "--ours", BEANS);
    assertSettled(ana);
  }

  @Test
  void syncShouldDeleteNothingWhenTheIndexWasDeletedAndAFileToo() throws IOException {
    deleteIndex();
    ana.delete(BEANS);

    Machine.Ran ran = sync(ana, "--json");

    assertThat(ran.code()).isEqualTo(10);
    assertThat(Report.of(ran).open()).isEqualTo(Map.of("coffee/lessons/1.1-beans.md", "<"));
    assertThat(ana.run("pull", "-C", ROOT, "coffee").code()).isZero();
    assertThat(ana.read(BEANS)).isEqualTo("beans\n");
    assertSettled(ana);
  }

  @Test
  void syncShouldStoreAllAgainWhenTheDatabaseWasDroppedAndMigratedAnew() {
    mirror.drop();

    Machine.Ran missing = sync(ana);
    Machine.Ran migrated = ana.run("migrate");
    Machine.Ran synced = sync(ana, "--json");

    assertThat(missing.code()).isEqualTo(22);
    assertThat(missing.err()).contains("next: creatoros migrate");
    assertThat(migrated.code()).isZero();
    assertThat(synced.code()).isZero();
    assertThat(Report.of(synced).total("written")).isEqualTo(4);
    assertSettled(ana);
  }

  @Test
  void syncShouldStoreAllAgainWhenTheSchemaWasDroppedAndMigratedAnew() throws IOException {
    mirror.execute(
        "drop schema creatoros cascade; drop schema public cascade; create schema public;"
            + " grant usage on schema public to public");

    assertThat(sync(ana).code()).isEqualTo(22);
    Machine.Ran migrated = ana.run("migrate");
    assertThat(migrated.code()).as(migrated.out() + migrated.err()).isZero();
    ana.delete(BEANS);

    syncEqual(ana);
    assertThat(mirror.files()).hasSize(3);
    assertSettled(ana);
  }

  @Test
  void syncShouldDecideByComparisonWhenAnOlderBackupWasRestored() throws IOException {
    assertThat(ana.run("db", "backup", "mirror.backup").code()).isZero();
    ana.write(BEANS, "edited later\n");
    ana.write("courses/coffee/lessons/1.3-brew.md", "brew\n");
    ana.delete("courses/coffee/lessons/1.2-grind.md");
    syncEqual(ana);
    Machine.Ran restored = ana.run("db", "restore", "mirror.backup", "--replace");
    assertThat(restored.code()).as(restored.err()).isZero();

    Machine.Ran met = sync(ana);

    assertThat(met.code()).isEqualTo(15);
    assertThat(met.out())
        .contains(
            "the mirror is older than what it had acknowledged",
            "! coffee/lessons/1.1-beans.md",
            "< coffee/lessons/1.2-grind.md");
    assertThat(mirror.files()).containsKey("coffee/lessons/1.3-brew.md");
    assertThat(ana.read(BEANS)).isEqualTo("edited later\n");
    syncEqual(ana, "--ours", BEANS, "courses/coffee/lessons/1.2-grind.md");
    assertThat(mirror.files()).hasSize(4).doesNotContainKey("coffee/lessons/1.2-grind.md");
    assertSettled(ana);
  }

  @Test
  void syncShouldOweNothingWhenABackupOfTheSameStateWasRestored() {
    ana.run("db", "backup", "mirror.backup");
    ana.run("db", "restore", "mirror.backup", "--replace");

    assertSettled(ana);
  }

  @Test
  void syncShouldStoreAgainWhenTheMirrorWasRestoredToBeforeTheCourse() throws IOException {
    mirror.drop();
    ana.run("migrate");
    ana.run("db", "backup", "empty.backup");
    syncEqual(ana);
    ana.run("db", "restore", "empty.backup", "--replace");

    Machine.Ran synced = sync(ana);

    assertThat(synced.code()).isZero();
    assertThat(synced.out()).contains("it was restored");
    assertSettled(ana);
  }

  private void deleteIndex() throws IOException {
    Tree.empty(root(ana).resolve(".creatoros"));
    Files.delete(root(ana).resolve(".creatoros"));
  }
}
