package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creatoros.testkit.Samples;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactPathTest {

  @Test
  void constructorShouldAcceptNamesAsTheyAre() {
    for (String name : Samples.ODD_NAMES) {
      assertThat(new ArtifactPath(name).value()).isEqualTo(name);
    }
    assertThat(new ArtifactPath(Samples.DECOMPOSED))
        .isNotEqualTo(new ArtifactPath(Samples.COMPOSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "/",
        "/etc/passwd",
        "a/",
        "a//b",
        "../a",
        "a/..",
        "a/../b",
        "./a",
        "a/./b",
        "a\0b",
        "\udfaf.md"
      })
  void constructorShouldRefusePathThatLeavesTheCourseOrIsNoText(String path) {
    assertThatThrownBy(() -> new ArtifactPath(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void constructorShouldNameWhatIsWrong() {
    assertThatThrownBy(() -> new ArtifactPath("a/../b")).hasMessageContaining("\"..\"");
    assertThatThrownBy(() -> new ArtifactPath("a\0b")).hasMessageContaining("NUL");
  }

  @Test
  void fileNameShouldBeLastSegment() {
    assertThat(new ArtifactPath("lessons/1.1-a.md").fileName()).isEqualTo("1.1-a.md");
    assertThat(new ArtifactPath("EMENTA.md").fileName()).isEqualTo("EMENTA.md");
  }

  @Test
  void compareToShouldFollowUnsignedBytes() {
    TreeSet<ArtifactPath> paths = new TreeSet<>();
    Stream.of("\ud83c\udfaf", "\uffee", "b", "B", "a/b", "a.b", "a")
        .map(ArtifactPath::new)
        .forEach(paths::add);

    assertThat(paths)
        .extracting(ArtifactPath::value)
        .containsExactly("B", "a", "a.b", "a/b", "b", "\uffee", "\ud83c\udfaf");
  }
}
