package io.creatoros.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.postgres.testkit.FaultProxy;
import io.creatoros.postgres.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreachableMirrorTest {

  private final TestDatabase database = Databases.migrated();
  private final FaultProxy proxy = FaultProxy.to(database);
  @TempDir private Path folder;
  private Machine machine = new Machine(Path.of(""));

  @BeforeEach
  void synchroniseACourse() throws IOException {
    String through =
        Databases.url(database).replace(":" + database.port() + "/", ":" + proxy.port() + "/");
    machine = new Machine(folder).with("DATABASE_URL", through);
    for (int i = 1; i <= 4; i++) {
      machine.write("coffee/lessons/1." + i + "-brew.md", "brew " + i);
    }
    assertThat(machine.run("sync", ".").code()).isZero();
    machine.write("coffee/lessons/1.1-brew.md", "brewed anew");
    machine.write("coffee/lessons/1.5-new.md", "new");
    machine.delete("coffee/lessons/1.2-brew.md");
    proxy.refuse();
    proxy.cut();
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
  }

  @Test
  void statusShouldKnowWhatIsOwedWhenTheMirrorCannotBeReached() {
    Machine.Ran ran = machine.run("status", "--files");

    assertThat(ran.code()).isEqualTo(20);
    assertThat(ran.out())
        .contains("2 owed, 1 to delete, failed: DB_UNREACHABLE")
        .contains("+ lessons/1.1-brew.md", "+ lessons/1.5-new.md", "- lessons/1.2-brew.md");
  }

  @Test
  void statusShouldKnowItForOneCourseToo() {
    assertThat(machine.run("status", "coffee").out()).contains("2 owed, 1 to delete");
  }

  @Test
  void statusShouldCallEverythingOwedWhenNoMirrorEverAnswered() {
    Machine.Ran ran = machine.with("DATABASE_URL", "postgresql://u:p@127.0.0.1:1/x").run("status");

    assertThat(ran.code()).isEqualTo(20);
    assertThat(ran.out()).contains("4 owed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "courses",
        "show coffee",
        "lessons coffee",
        "search brew",
        "stats",
        "export coffee",
        "schema check",
        "security audit"
      })
  void questionShouldExit20AndNameTheServerWhenTheMirrorCannotBeReached(String line) {
    Machine.Ran ran = machine.run(line.split(" "));

    assertThat(ran.code()).isEqualTo(20);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("error DB_UNREACHABLE: ", "127.0.0.1:" + proxy.port(), "next: ")
        .doesNotContain(database.password());
  }

  @Test
  void findingsShouldBeToldWhenTheMirrorCannotBeReached() {
    Machine.Ran ran = machine.run("findings", "coffee");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("coffee: ");
  }

  @Test
  void syncShouldSendWhatWasOwedWhenTheMirrorIsBack() throws IOException {
    assertThat(machine.run("sync", ".").code()).isEqualTo(20);
    proxy.heal();

    assertThat(machine.run("sync", ".").code()).isZero();
    assertThat(machine.run("verify").code()).isZero();
  }
}
