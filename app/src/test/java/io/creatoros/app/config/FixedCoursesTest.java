package io.creatoros.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.core.storage.StorageRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedCoursesTest {

  @TempDir private Path root;

  @Test
  void editShouldMakeTheFileWhereThereIsNone() throws IOException {
    FixedCourses.of(root).naming(List.of("trilha/a", "it's")).write();

    assertThat(file()).hasContent("fixed-courses:\n  - 'trilha/a'\n  - 'it''s'\n");
    assertThat(FixedCourses.of(root).globs()).containsExactly("trilha/a", "it's");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void editShouldTouchNoOtherLine(String end) throws IOException {
    String before = "# ours" + end + "project: escola  # since 2024" + end + end;
    String after = "size-limit: 1MiB" + end + "# the end";
    write(before + "fixed-courses: # split" + end + "- old" + end + after);

    FixedCourses.of(root).naming(List.of("new")).write();

    assertThat(Files.readString(file()))
        .isEqualTo(before + "fixed-courses:" + end + "  - 'new'" + end + after);
  }

  @Test
  void editShouldAppendAfterALastLineWithoutEnd() throws IOException {
    write("project: escola");

    FixedCourses.of(root).naming(List.of("a")).write();

    assertThat(Files.readString(file())).isEqualTo("project: escola\nfixed-courses:\n  - 'a'\n");
  }

  @Test
  void editShouldTakeTheListAwayWhenItIsEmpty() throws IOException {
    write("project: escola\nfixed-courses:\n  - a\n");

    FixedCourses.of(root).naming(List.of()).write();

    assertThat(Files.readString(file())).isEqualTo("project: escola\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fixed-courses: [a, b]\n",
        "{project: escola}\n",
        "project: escola\n...\n",
        "fixed-courses:\n  # the first\n  - a\n  # the second\n  - b\n",
        "fixed-courses:\n  - >\n    folded\n"
      })
  void editShouldBeRefusedWhenOnlyAPersonCanMakeIt(String text) throws IOException {
    write(text);

    assertThatThrownBy(() -> FixedCourses.of(root).naming(List.of("c")))
        .isInstanceOfSatisfying(
            StorageRejectedException.class,
            e -> assertThat(e.code()).isEqualTo("CONFIG_NOT_EDITED"));
    assertThat(Files.readString(file())).isEqualTo(text);
  }

  @Test
  void globShouldNameAFolderWhateverSignsItHas() throws IOException {
    String folder = "Curso [2024], 'parte' {1}";

    FixedCourses.of(root).naming(List.of(FixedCourses.glob(folder))).write();

    assertThat(FixedCourses.of(root).globs()).containsExactly("Curso ?2024?? 'parte' ?1?");
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text);
  }

  private Path file() {
    return root.resolve("creatoros.yaml");
  }
}
