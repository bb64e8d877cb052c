package io.creatoros.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creatoros.app.cli.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files are gone in a way that looks like an accident: nothing is deleted in the mirror. */
class GuardTest extends Scene {

  private Map<String, List<String>> stored = Map.of();

  @BeforeEach
  void synchronise() throws IOException {
    writeCoffeeCourse();
    ana.write("courses/tea/COURSE-BRIEF.md", "# Tea\n");
    ana.write("courses/tea/lessons/1.1-leaves.md", "leaves\n");
    syncEqual(ana);
    stored = mirror.rowVersions();
  }

  @Test
  void syncShouldDeleteNothingWhenACourseWasEmptied() throws IOException {
    Tree.empty(root(ana).resolve("coffee"));

    assertGuarded(sync(ana), "DELETES_WHOLE_COURSE");
  }

  @Test
  void syncShouldDeleteNothingWhenACourseIsGone() throws IOException {
    Tree.empty(root(ana).resolve("coffee"));
    Files.delete(root(ana).resolve("coffee"));

    assertGuarded(sync(ana), "DELETES_WHOLE_COURSE");
  }

  @Test
  void syncShouldDeleteNothingWhenAllCoursesAreGoneEvenIfDeletesAreAllowed() throws IOException {
    for (String course : List.of("coffee", "tea")) {
      Tree.empty(root(ana).resolve(course));
      Files.delete(root(ana).resolve(course));
    }

    assertGuarded(sync(ana), "ROOT_EMPTY");
    assertGuarded(sync(ana, "--allow-deletes"), "ROOT_EMPTY");
  }

  @Test
  void syncShouldDeleteNothingWhenTheRootIsNotMounted() throws IOException {
    Tree.empty(root(ana));

    Machine.Ran ran = sync(ana);

    assertGuarded(ran, "ROOT_EMPTY");
    assertThat(ran.out()).contains("coffee, tea", "creatoros pull --all").doesNotContain("\nEQUAL");
  }

  @Test
  void syncShouldStopWhenTheRootIsNotThere() throws IOException {
    Files.move(root(ana), ana.folder().resolve("elsewhere"));

    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("courses");
    assertThat(mirror.rowVersions()).isEqualTo(stored);
  }

  @Test
  void syncShouldDeleteNothingWhenPartOfTheFolderHasNamesThatAreNotText() throws Exception {
    ana.delete("courses/coffee/lessons/1.1-beans.md");
    ana.write("courses/tea/lessons/1.2-water.md", "water\n");
    Names.createNotText(root(ana).resolve("coffee"));

    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).isEqualTo(14);
    assertThat(mirror.files())
        .containsKeys("coffee/lessons/1.1-beans.md", "tea/lessons/1.2-water.md");
  }

  @Test
  void syncShouldDeleteNothingWhenAFolderCannotBeRead() throws IOException {
    Path lessons = root(ana).resolve("coffee/lessons");
    ana.delete("courses/coffee/curriculum.yaml");
    assertThat(lessons.toFile().setReadable(false)).isTrue();
    assumeTrue(!Files.isReadable(lessons), "this user reads every folder");

    Machine.Ran ran = sync(ana);

    assertThat(lessons.toFile().setReadable(true)).isTrue();
    assertGuarded(ran, "SCAN_INCOMPLETE");
  }

  @Test
  void syncShouldDeleteNothingWhenAFolderBecameALinkToNowhere() throws IOException {
    Path lessons = root(ana).resolve("coffee/lessons");
    Tree.empty(lessons);
    Files.delete(lessons);
    Files.createSymbolicLink(lessons, Path.of("nowhere"));

    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).isEqualTo(13);
    assertThat(ran.out())
        .contains("? coffee/lessons/1.1-beans.md", "? coffee/lessons/1.2-grind.md");
    assertThat(mirror.rowVersions()).isEqualTo(stored);
  }

  @Test
  void syncShouldDeleteNothingWhenACourseBecameALinkToItself() throws IOException {
    Path course = root(ana).resolve("coffee");
    Tree.empty(course);
    Files.delete(course);
    Files.createSymbolicLink(course, Path.of("coffee"));

    Machine.Ran ran = sync(ana);

    assertThat(ran.code()).isIn(13, 14);
    assertThat(mirror.rowVersions()).isEqualTo(stored);
  }

  @Test
  void syncShouldStillWriteWhatIsNewWhenDeletesAreWithheld() throws IOException {
    for (int lesson = 0; lesson < 20; lesson++) {
      ana.write("courses/tea/lessons/2." + lesson + ".md", "lesson " + lesson + "\n");
    }
    syncEqual(ana);
    for (int lesson = 0; lesson < 20; lesson++) {
      ana.delete("courses/tea/lessons/2." + lesson + ".md");
    }
    ana.write("courses/tea/new.md", "new\n");
    ana.write("courses/coffee/new.md", "new too\n");

    Machine.Ran guarded = sync(ana);
    Map<String, String> after = mirror.files();
    Machine.Ran allowed = sync(ana, "--allow-deletes");

    assertThat(guarded.code()).isEqualTo(14);
    assertThat(guarded.out()).contains("DELETES_MANY", "--allow-deletes");
    assertThat(after).containsKeys("coffee/new.md", "tea/new.md", "tea/lessons/2.0.md");
    assertThat(allowed.code()).isZero();
    assertThat(allowed.err()).contains("20 files deleted");
    assertSettled(ana);
  }

  private void assertGuarded(Machine.Ran ran, String code) {
    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(14);
    assertThat(ran.out() + ran.err()).contains(code);
    assertThat(mirror.rowVersions()).isEqualTo(stored);
  }
}
