package io.creatoros.core.brief;

import static io.creatoros.core.brief.Briefs.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The title of a brief, with and without a field that gives it. */
class BriefTitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "# COURSE BRIEF - Pão em Casa; Pão em Casa",
        "# 📋 Course Brief: Pão em Casa; Pão em Casa",
        "# Briefing do Curso: Pão em Casa; Pão em Casa",
        "# Pão em Casa - Course Brief; Pão em Casa",
        "# Pão em Casa; Pão em Casa",
        "# COURSE-BRIEF | **Pão em Casa**; Pão em Casa",
        "# Brief histories of bread; Brief histories of bread"
      })
  void readShouldTakeHeadingWithoutBoilerplateWhenNoFieldGivesTitle(String heading, String title) {
    assertThat(read(heading + "\n\nText.\n").title()).contains(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Course Brief",
        "# Course Brief\n## 1. BASIC INFO",
        "# Course Brief\n## Público-alvo",
        "# 📋 COURSE BRIEF - Formulário Completo de Planejamento",
        "# Briefing do curso: [Nome do Curso]",
        "## Pão em Casa",
        ""
      })
  void readShouldGiveNoTitleWhenHeadingIsBoilerplate(String heading) {
    assertThat(read(heading + "\n\nText.\n").title()).isEmpty();
  }

  @Test
  void readShouldKeepBracketsWhenTitleHasThem() {
    assertThat(read("**Título do Curso:** Guia da Cultura Lendár[IA]\n").title())
        .contains("Guia da Cultura Lendár[IA]");
  }
}
