package io.creatoros.core.persist;

import static io.creatoros.core.persist.PersistedFolder.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.creatoros.core.lesson.LessonLabel;
import io.creatoros.core.storage.StorageConflictException;
import io.creatoros.core.storage.StorageRejectedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where lessons go: into the file that is that lesson already, whatever its name; else a new one.
 */
class LessonPlacesTest {

  private final PersistedFolder folder = new PersistedFolder();
  private final CoursePersister persister = folder.persister();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2   | lessons/1.2-first-steps.md",
        "7.5   | lessons/07.5-first-steps.md",
        "07.5  | lessons/7.5-first-steps.md",
        "1.2   | lessons/1.2- Primeiros Passos.md",
        "1.2   | lessons/modulo-1/aula-1.2-x.md",
        "4A.1  | aulas/modulo-04A/aula-4A.1-x.md",
        "4a.1  | aulas/modulo-04A/aula-4A.1-x.md",
        "3.2   | modulos/modulo-3-x/aula-3.2-x.md",
        "3.2   | aulas/modulo-3/aula-02-x.md",
        "2.3   | v2/modulo-2/2.3-x.md",
        "1.2   | M1-AULA2-First-Steps.md",
        "1.2   | legacy/1.2 First steps.md",
        "2.1-mac | lessons/2.1-terminal-mac.md",
        "1.2   | lessons/1.2-Pão.md",
      })
  void persistLessonShouldUpdateLessonInPlace(String label, String name) {
    folder.write(name, "old");

    persister.persistLesson(COURSE, lesson(label, "new"));

    assertThat(folder.files()).containsOnlyKeys(name).containsValue("new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.1     | lessons/4A.1-x.md",
        "1.2     | lessons/1.20-x.md",
        "1.2     | roteiros/1.2-x.md",
        "1.2     | research/1.2-x.md",
        "2.1     | lessons/2.1-terminal-mac.md",
        "2.1-mac | lessons/2.1-terminal-windows.md",
      })
  void persistLessonShouldLeaveOtherFilesAlone(String label, String other) {
    folder.write(other, "other");

    persister.persistLesson(COURSE, lesson(label, "new"));

    assertThat(folder.files()).hasSize(2).containsEntry(other, "other");
    assertThat(persister.persistLesson(COURSE, lesson(label, "new")).files().get(0).changed())
        .isFalse();
  }

  @Test
  void persistLessonShouldFindDecomposedNameAsFound() {
    String name = "lessons/1.2-Pa\u0303o.md";
    folder.write(name, "old");

    persister.persistLesson(COURSE, lesson("1.2", "new"));

    assertThat(folder.files()).containsOnlyKeys(name).containsValue("new");
  }

  @Test
  void persistLessonShouldUpdateLessonThatOnlyItsTextTells() {
    folder.write("lessons/bonus-skills.md", "---\nlesson_id: 1.2\n---\n# Skills\n");

    persister.persistLesson(COURSE, lesson("1.2", "---\nlesson_id: 1.2\n---\n# More skills\n"));

    assertThat(folder.files()).containsOnlyKeys("lessons/bonus-skills.md");
    assertThat(folder.text("lessons/bonus-skills.md")).contains("More skills");
  }

  @Test
  void persistLessonShouldRefuseTextThatWouldLoseItsLabel() {
    folder.write("lessons/bonus-skills.md", "---\nlesson_id: 1.2\n---\n# Skills\n");

    assertThatThrownBy(() -> persister.persistLesson(COURSE, lesson("1.2", "# Skills")))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("LABEL_NOT_TOLD");
              assertThat(refused).hasMessageContaining("lessons/bonus-skills.md");
              assertThat(refused.remedy()).hasValueSatisfying(r -> assertThat(r).contains("1.2"));
            });
    assertThat(folder.text("lessons/bonus-skills.md")).contains("lesson_id");
  }

  @Test
  void persistLessonShouldTellVariantsApartByTheirTexts() {
    folder.write("lessons/2.1-a.md", "---\nlesson_id: 2.1-mac\n---\n");
    folder.write("lessons/2.1-b.md", "---\nlesson_id: 2.1-windows\n---\n");

    persister.persistLesson(COURSE, lesson("2.1-windows", "---\nlesson_id: 2.1-windows\n---\nnew"));

    assertThat(folder.text("lessons/2.1-a.md")).doesNotContain("new");
    assertThat(folder.text("lessons/2.1-b.md")).contains("new");
    assertThat(folder.files()).hasSize(2);
  }

  @Test
  void persistLessonShouldPreferTheTextToTheName() {
    folder.write("lessons/2.1-a.md", "---\nlesson_id: 2.1-mac\n---\n");
    folder.write("lessons/2.1-b.md", "# 2.1 For all\n");

    persister.persistLesson(COURSE, lesson("2.1", "# 2.1 For everybody\n"));

    assertThat(folder.text("lessons/2.1-a.md")).contains("mac");
    assertThat(folder.text("lessons/2.1-b.md")).contains("everybody");
  }

  @Test
  void persistLessonShouldNameBothFilesThatClaimItsLabel() {
    folder.write("lessons/1.2-a.md", "a");
    folder.write("aulas/modulo-1/aula-1.2-b.md", "b");

    StorageConflictException conflict =
        catchThrowableOfType(
            StorageConflictException.class,
            () -> persister.persistLesson(COURSE, lesson("1.2", "new")));

    assertThat(conflict.code()).isEqualTo("LABEL_CLAIMED_TWICE");
    assertThat(conflict)
        .hasMessageContaining("lesson 1.2")
        .hasMessageContaining("\"aulas/modulo-1/aula-1.2-b.md\" and \"lessons/1.2-a.md\"");
    assertThat(conflict.remedy()).isPresent();
    assertThat(folder.files()).doesNotContainValue("new");
  }

  @Test
  void persistLessonShouldSucceedWhenTheSecondClaimIsGone() {
    folder.write("lessons/1.2-a.md", "a");
    folder.write("lessons/1.2-b.md", "b");
    assertThatThrownBy(() -> persister.persistLesson(COURSE, lesson("1.2", "new")))
        .isInstanceOf(StorageConflictException.class);

    folder.folders().delete(COURSE, "lessons/1.2-b.md");
    persister.persistLesson(COURSE, lesson("1.2", "new"));

    assertThat(folder.text("lessons/1.2-a.md")).isEqualTo("new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Primeiros Passos: já!    | lessons/1.2-primeiros-passos-ja.md",
        "!?                       | lessons/1.2-aula.md",
        "Instalar no Windows      | lessons/1.2-instalar-no-windows_.md",
        "O roteiro                | lessons/1.2-o-roteiro_.md",
        "O teleprompter que falta | lessons/1.2-aula.md",
        "2 de 3                   | lessons/1.2-2-de-3.md",
        "初めの一歩                 | lessons/1.2-初めの一歩.md",
      })
  void persistLessonShouldNameNewFileSoThatItIsReadBack(String title, String name) {
    persister.persistLesson(COURSE, LessonDraft.builder("1.2", "text").title(title).build());

    assertThat(folder.files()).containsOnlyKeys(name);
    assertThat(folder.lessonValue(name, "lesson_id")).contains("\"1.2\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2       | lessons/1.2-steps.md",
        "07.5      | lessons/07.5-steps.md",
        "4A.1      | lessons/4A.1-steps.md",
        "Aula 1.2  | lessons/1.2-steps.md",
        "m1-l2     | lessons/1.2-steps.md",
        "2.1-mac   | lessons/2.1-steps-mac.md",
        "2.1-Linux | lessons/2.1-steps-linux.md",
      })
  void persistLessonShouldNameNewFileByItsLabel(String label, String name) {
    persister.persistLesson(COURSE, lesson(label, "text"));

    assertThat(folder.files()).containsOnlyKeys(name);
  }

  @Test
  void persistLessonShouldCutLongTitlesBetweenWords() {
    String title = "palavra ".repeat(30);

    persister.persistLesson(COURSE, LessonDraft.builder("1.2", "text").title(title).build());
    persister.persistLesson(
        COURSE, LessonDraft.builder("1.3", "text").title("x".repeat(300)).build());

    assertThat(folder.files().keySet())
        .containsExactly(
            "lessons/1.2-" + "palavra-".repeat(9) + "palavra.md",
            "lessons/1.3-" + "x".repeat(40) + ".md");
  }

  @Test
  void persistLessonShouldNameNewFileByItsHeadingWhenNothingElseIsGiven() {
    persister.persistLesson(COURSE, LessonDraft.of("1.2", "# Aula 1.2: Água e Sal\n"));

    assertThat(folder.files()).containsOnlyKeys("lessons/1.2-agua-e-sal.md");
  }

  @Test
  void persistLessonShouldUpdateFileOfAnEarlierProgramThatEndsInASystem() {
    folder.write("lessons/1.2-instalar-no-windows.md", "old");

    persister.persistLesson(
        COURSE, LessonDraft.builder("1.2", "new").title("Instalar no Windows").build());

    assertThat(folder.files())
        .containsOnlyKeys("lessons/1.2-instalar-no-windows.md")
        .containsValue("new");
  }

  @Test
  void persistLessonShouldTakeVariantThatItsTextTells() {
    String text = "---\nlesson_id: 2.1-avancado\n---\n# 2.1 More\n";

    persister.persistLesson(COURSE, lesson("2.1-avancado", text));
    persister.persistLesson(COURSE, lesson("2.1-avancado", text + "more"));

    assertThat(folder.files()).containsOnlyKeys("lessons/2.1-steps-avancado.md");
    assertThatThrownBy(() -> persister.persistLesson(COURSE, lesson("2.2-avancado", "# 2.2 More")))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            refused -> assertThat(refused.code()).isEqualTo("LABEL_NOT_TOLD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1", "1.2.3", "1.x", "lesson", "../1.2", "1.2/x"})
  void labelShouldBeRefusedWhenItIsNone(String label) {
    assertThatThrownBy(() -> lesson(label, "text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + label + "\"");
  }

  @Test
  void labelShouldBeRefusedWhenItsPartsAreNone() {
    LessonLabel label = new LessonLabel("../1", "2", Optional.empty(), 1, 2);

    assertThatThrownBy(() -> persister.persistLesson(COURSE, LessonDraft.of(label, "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../1.2");
  }

  @Test
  void labelShouldBeRefusedWhenNoFileNameTellsIt() {
    assertThatThrownBy(() -> persister.persistLesson(COURSE, lesson("1.5b", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5b");
  }

  @Test
  void persistLessonsShouldRefuseTheSameLessonTwice() {
    assertThatThrownBy(
            () ->
                persister.persistLessons(COURSE, List.of(lesson("7.5", "x"), lesson("07.5", "y"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("07.5 twice");
    assertThatThrownBy(() -> persister.persistLessons(COURSE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder.files()).isEmpty();
  }

  @Test
  void persistLessonsShouldRefuseTwoLabelsOfOneFile() {
    folder.write("lessons/1.2-instalar-no-windows.md", "old");

    assertThatThrownBy(
            () ->
                persister.persistLessons(
                    COURSE,
                    List.of(
                        LessonDraft.builder("1.2", "x").title("Instalar no Windows").build(),
                        LessonDraft.of("1.2-windows", "y"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.2 and 1.2-windows");
  }

  @Test
  void persistLessonShouldNotReplaceFileThatCannotBeRead() {
    folder.write("lessons/1.2-a.md", "a");
    folder.folders().makeUnreadable(COURSE, "lessons/1.2-a.md", "no permission");

    assertThatThrownBy(() -> persister.persistLesson(COURSE, lesson("1.2", "new")))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("FILE_UNREADABLE");
              assertThat(refused).hasMessageContaining("no permission");
            });
    assertThat(folder.files()).hasSize(1);
  }

  @Test
  void persistLessonShouldNotMakeFileThatMayBeThereUnseen() {
    folder.write("lessons/1.1-a.md", "a");
    folder.write("aulas/1.2-b.md", "b");
    folder.folders().makeUnlistable(COURSE, "aulas", "no permission");

    assertThatThrownBy(() -> persister.persistLesson(COURSE, lesson("1.2", "new")))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("FOLDER_UNREADABLE");
              assertThat(refused).hasMessageContaining("aulas").hasMessageContaining("permission");
            });
    persister.persistLesson(COURSE, lesson("1.1", "new"));
    assertThat(folder.text("lessons/1.1-a.md")).isEqualTo("new");
  }

  private static LessonDraft lesson(String label, String text) {
    return LessonDraft.builder(label.strip(), text).slug("steps").build();
  }
}
