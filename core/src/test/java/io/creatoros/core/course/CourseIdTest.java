package io.creatoros.core.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseIdTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "github-essencial",
        "Marketing-com-IA-Brand",
        "vercel_express",
        "nova-formacao/trilha-3",
        "Guia de Cultura [IA] 100%",
        "...",
        "..a/b.",
        " spaces ",
        "\ud83c\udfaf"
      })
  void constructorShouldAcceptNameAsItIs(String path) {
    assertThat(new CourseId(path).path()).isEqualTo(path);
    assertThat(new CourseId(path)).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "/abs", "a/", "a//b", "..", "../a", "a/..", "a/../b", "./a", "a/.", "a\0b",
        "\ud83c"
      })
  void constructorShouldRefusePathThatLeavesItsRootOrIsNoText(String path) {
    assertThatThrownBy(() -> new CourseId(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void constructorShouldRefusePathThatIsVeryLong() {
    assertThat(new CourseId("a".repeat(2048)).path()).hasSize(2048);
    assertThatThrownBy(() -> new CourseId("a".repeat(4097)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2048");
  }

  @Test
  void constructorShouldComposeName() {
    String composed = "forma\u00e7\u00e3o";

    assertThat(new CourseId(Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isEqualTo(new CourseId(composed));
  }

  @Test
  void isRootShouldHoldForLooseFilesOnly() {
    assertThat(CourseId.ROOT.isRoot()).isTrue();
    assertThat(new CourseId("a").isRoot()).isFalse();
  }

  @Test
  void isWithinShouldCompareWholeSegments() {
    CourseId folder = new CourseId("nova-formacao");

    assertThat(new CourseId("nova-formacao/trilha-3").isWithin(folder)).isTrue();
    assertThat(folder.isWithin(folder)).isTrue();
    assertThat(folder.isWithin(CourseId.ROOT)).isTrue();
    assertThat(new CourseId("nova-formacao-2").isWithin(folder)).isFalse();
    assertThat(folder.isWithin(new CourseId("nova-formacao/trilha-3"))).isFalse();
  }
}
