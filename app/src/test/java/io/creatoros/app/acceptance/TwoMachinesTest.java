package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two machines synchronise copies of one root. */
class TwoMachinesTest extends Scene {

  private static final String BEANS = "courses/coffee/lessons/1.1-beans.md";
  private static final String GRIND = "courses/coffee/lessons/1.2-grind.md";
  private static final String NAMED = "coffee/lessons/1.1-beans.md";

  @BeforeEach
  void synchroniseOne() throws IOException {
    writeCoffeeCourse();
    syncEqual(ana);
    bia.copy(root(ana).resolve("coffee"), ROOT + "/coffee");
  }

  @Test
  void syncShouldJoinByItselfWhenACopyHasNothingToWrite() {
    Map<String, ?> before = mirror.rowVersions();

    syncEqual(bia);

    assertThat(mirror.rowVersions()).isEqualTo(before);
  }

  @Test
  void syncShouldWriteNothingAtFirstContactAndNameTheOther() throws IOException {
    bia.write(BEANS, "bia's\n");
    bia.write("courses/coffee/lessons/1.3-brew.md", "brew\n");
    Map<String, ?> before = mirror.rowVersions();

    Machine.Ran met = sync(bia);

    assertThat(met.code()).isEqualTo(15);
    assertThat(met.out())
        .contains("first contact", root(ana).toString(), "3 of 5 files", "--join", "--project");
    assertThat(mirror.rowVersions()).isEqualTo(before);
  }

  @Test
  void projectShouldKeepCoursesOfTheSameNameApart() throws IOException {
    bia.write(BEANS, "bia's\n");

    Machine.Ran apart = sync(bia, "--project", "bia");

    assertThat(apart.code()).isZero();
    assertThat(sync(ana).code()).isZero();
    assertThat(mirror.query("select project || '/' || path from creatoros.courses order by 1"))
        .containsExactly("bia/coffee", "default/coffee");
  }

  @Test
  void editsOfDifferentFilesShouldFlowBothWaysOnceJoined() throws IOException {
    bia.write("courses/coffee/lessons/1.3-brew.md", "brew\n");
    assertThat(sync(bia).code()).isEqualTo(15);
    syncEqual(bia, "--join");
    bia.write(BEANS, "bia's\n");
    syncEqual(bia);
    ana.write(GRIND, "ana's\n");

    Machine.Ran behind = sync(ana, "--json");
    assertThat(behind.code()).isEqualTo(10);
    assertThat(Report.of(behind).total("written")).isEqualTo(1);
    assertThat(Report.of(behind).open())
        .isEqualTo(Map.of(NAMED, "<", "coffee/lessons/1.3-brew.md", "<"));
    assertThat(pull(ana).code()).isZero();
    assertThat(pull(bia).code()).isZero();

    assertThat(Tree.hashes(root(ana))).isEqualTo(Tree.hashes(root(bia)));
    assertThat(ana.read(BEANS)).isEqualTo("bia's\n");
    assertThat(bia.read(GRIND)).isEqualTo("ana's\n");
    assertSettled(ana);
    assertSettled(bia);
  }

  @Test
  void deletesShouldFlowTooAndKeepWhatTheyRemove() throws IOException {
    syncEqual(bia);
    bia.delete(BEANS);
    syncEqual(bia);

    assertThat(sync(ana).out()).contains("\n< " + NAMED);
    assertThat(pull(ana).code()).isZero();

    assertThat(root(ana).resolve(NAMED)).doesNotExist();
    assertThat(Tree.holds(root(ana).resolve(".creatoros"), "beans\n")).isTrue();
    assertSettled(ana);
  }

  @Test
  void editsOfTheSameFileShouldConflictAndBothVersionsSurviveWhenOursWins() throws IOException {
    conflict();

    syncEqual(bia, "--ours", BEANS);

    assertThat(bia.read(BEANS)).isEqualTo("bia's\n");
    assertThat(Tree.holds(root(bia).resolve(".creatoros"), "ana's\n")).isTrue();
    assertThat(pull(ana).code()).isZero();
    assertThat(ana.read(BEANS)).isEqualTo("bia's\n");
    assertThat(Tree.holds(root(ana).resolve(".creatoros"), "ana's\n")).isTrue();
    assertSettled(ana);
    assertSettled(bia);
  }

  @Test
  void editsOfTheSameFileShouldConflictAndBothVersionsSurviveWhenTheirsWins() throws IOException {
    conflict();

    syncEqual(bia, "--theirs", BEANS);

    assertThat(bia.read(BEANS)).isEqualTo("ana's\n");
    assertThat(Tree.holds(root(bia).resolve(".creatoros"), "bia's\n")).isTrue();
    assertSettled(ana);
    assertSettled(bia);
  }

  @Test
  void anEditShouldConflictWithADelete() throws IOException {
    syncEqual(bia);
    ana.delete(BEANS);
    syncEqual(ana);
    bia.write(BEANS, "bia's\n");

    assertThat(sync(bia).out()).contains("\n! " + NAMED);
    assertThat(sync(bia).code()).isEqualTo(15);
    syncEqual(bia, "--ours", BEANS);

    assertThat(mirror.files()).containsEntry(NAMED, Tree.sha256("bia's\n"));
    assertSettled(bia);
  }

  @Test
  void pullShouldLeaveAnEditThatWasNotSynchronised() throws IOException {
    syncEqual(bia);
    ana.write(BEANS, "ana's\n");
    ana.write(GRIND, "ana's too\n");
    syncEqual(ana);
    bia.write(BEANS, "bia's\n");

    Machine.Ran pulled = pull(bia);

    assertThat(pulled.code()).isEqualTo(15);
    assertThat(pulled.out()).contains("\n! " + NAMED);
    assertThat(bia.read(BEANS)).isEqualTo("bia's\n");
    assertThat(bia.read(GRIND)).isEqualTo("ana's too\n");
  }

  private void conflict() throws IOException {
    syncEqual(bia);
    ana.write(BEANS, "ana's\n");
    syncEqual(ana);
    bia.write(BEANS, "bia's\n");
    for (int run = 0; run < 2; run++) {
      Machine.Ran ran = sync(bia);
      assertThat(ran.code()).isEqualTo(15);
      assertThat(ran.out()).contains("\n! " + NAMED, "--ours", "--theirs");
      assertThat(mirror.files()).containsEntry(NAMED, Tree.sha256("ana's\n"));
      assertThat(bia.read(BEANS)).isEqualTo("bia's\n");
    }
  }

  private static Machine.Ran pull(Machine machine) {
    return machine.run("pull", "-C", ROOT, "coffee");
  }
}
