package io.creatoros.core.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewBriefTest {

  private static final String[] SIGNS = {
    "Pão",
    " ",
    ": ",
    "- ",
    "1. ",
    "[x] ",
    "# ",
    "\"",
    "'",
    "```",
    "*",
    "a",
    "🍞",
    "|",
    "{",
    "?",
    "Título do Curso:",
    "Exemplo:",
    "\\",
    "x",
    "%",
    "&",
    "---"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bread",
        "Pão em Casa: do Fermento à Mesa",
        "Slug: o que é?",
        "1. O começo",
        "- traço",
        "\"quoted\" and 'quoted'",
        "back\\slash",
        "# not a heading",
        "a ``` b",
        "[x] pronto",
        "Exemplo: um curso",
        "🍞 100% pão",
      })
  void markdownShouldTellTheTitle(String title) {
    NewBrief brief = titled(title);

    String markdown = brief.markdown();

    assertThat(NewBrief.of(markdown).title()).contains(title);
    assertThat(NewBrief.wrote(markdown)).isTrue();
  }

  @Test
  void markdownShouldTellAnyTitleOrRefuseIt() {
    Random random = new Random(7);
    int told = 0;
    for (int i = 0; i < 500; i++) {
      StringBuilder title = new StringBuilder();
      for (int n = random.nextInt(5); n >= 0; n--) {
        title.append(SIGNS[random.nextInt(SIGNS.length)]);
      }
      String stripped = title.toString().strip();
      try {
        String markdown = titled(stripped).markdown();
        told++;
        assertThat(NewBrief.of(markdown).title()).contains(stripped);
        assertThat(NewBrief.wrote(markdown)).isTrue();
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageContaining("title");
      }
    }
    assertThat(told).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TBD", "[título]", "a\nb", "**bold**", "___", "\"all quoted\""})
  void markdownShouldRefuseTitleThatWouldBeReadOtherwise(String title) {
    assertThatThrownBy(() -> titled(title).markdown())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("title \"" + title + "\"");
  }

  @Test
  void markdownShouldRefuseSlugThatIsNone() {
    NewBrief brief =
        new NewBrief(
            Optional.empty(),
            Optional.of("No Slug"),
            Optional.empty(),
            Optional.empty(),
            List.of());

    assertThatThrownBy(brief::markdown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("slug \"No Slug\"");
  }

  @Test
  void markdownShouldTellAll() {
    NewBrief brief =
        new NewBrief(
            Optional.of("Bread"),
            Optional.of("bread"),
            Optional.of("ana_prado"),
            Optional.of("Ana Prado"),
            List.of("oven", "pão de casa"));

    assertThat(NewBrief.of(brief.markdown())).isEqualTo(brief);
    assertThat(NewBrief.wrote(brief.markdown())).isTrue();
  }

  @Test
  void markdownShouldLeaveOutWhatItCannotTell() {
    NewBrief oddTags = briefOf(Optional.of("ana"), List.of("a,b"));
    NewBrief oddPersona = briefOf(Optional.of("Ana Prado"), List.of("oven"));

    assertThat(NewBrief.of(oddTags.markdown()).tags()).isEmpty();
    assertThat(NewBrief.of(oddTags.markdown()).persona()).contains("ana");
    assertThat(NewBrief.of(oddPersona.markdown()).persona()).isEmpty();
    assertThat(NewBrief.of(oddPersona.markdown()).tags()).containsExactly("oven");
    assertThat(NewBrief.wrote(oddTags.markdown())).isTrue();
  }

  @Test
  void wroteShouldBeFalseForBriefsOfOthers() {
    assertThat(NewBrief.wrote(Briefs.COMPLETE)).isFalse();
    assertThat(NewBrief.wrote("")).isFalse();
    assertThat(NewBrief.wrote(titled("Bread").markdown() + "\n")).isFalse();
  }

  private static NewBrief titled(String title) {
    return new NewBrief(
        Optional.of(title), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  private static NewBrief briefOf(Optional<String> persona, List<String> tags) {
    return new NewBrief(Optional.of("Bread"), Optional.empty(), persona, Optional.of("Ana"), tags);
  }
}
